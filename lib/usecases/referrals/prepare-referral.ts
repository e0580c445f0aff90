import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findCaseHead } from '@/lib/data/case-page'
import { listOffices } from '@/lib/data/offices'
import { listOpenFileIds } from '@/lib/data/evidence'
import { within } from '@/lib/data/within'
import { fileOfItem, isDataItem } from '@/lib/domain/referral/data-items'
import { isReferralPurpose } from '@/lib/domain/referral/purposes'
import { officeOfRecipient } from '@/lib/domain/referral/recipient'
import { bodyChoices } from '@/lib/domain/referral-choice'
import { err, type Result } from '@/lib/domain/result'
import type { CaseState } from '@/lib/domain/workflow/states'
import { changeCaseState, type StateChangeError } from '../change-case-state'

/** What an officer wants to pass on: to whom (a body, or `office:<id>`), what for, and what. */
export type ReferralPlan = {
  readonly number: string
  readonly version: number
  readonly requestId: string
  readonly recipient: string
  readonly purpose: string
  readonly dataItems: readonly string[]
}

/** `recipient_unknown`: no such body or office, or one's own; `item_unknown`: a file that is not there, a purpose or item of no list. */
export type PlanError = { readonly code: 'recipient_unknown' | 'item_unknown' } | StateChangeError

/** Prepares a referral: nothing leaves, the case waits for the worker's yes. The same form twice prepares one. */
export async function prepareReferral(
  grant: Grant<'case.change_state'>,
  plan: ReferralPlan,
): Promise<Result<{ from: CaseState }, PlanError>> {
  const refusal = await within(grant, async (on): Promise<PlanError | null> => {
    const head = await findCaseHead(on, plan.number)
    if (!head) return { code: 'not_found' }
    const office = officeOfRecipient(plan.recipient)
    const isKnown =
      office === null
        ? bodyChoices(head.origin).includes(plan.recipient)
        : office !== grant.actor.officeId && (await listOffices(on)).some(({ id }) => id === office)
    if (!isKnown) return { code: 'recipient_unknown' }
    const files = await listOpenFileIds(on, head.id)
    const isThere = (item: string) =>
      isDataItem(item) && (fileOfItem(item) === null || files.includes(fileOfItem(item) ?? ''))
    return isReferralPurpose(plan.purpose) && plan.dataItems.every(isThere) ? null : { code: 'item_unknown' }
  })
  if (refusal) return err(refusal)
  return changeCaseState(grant, {
    number: plan.number,
    version: plan.version,
    requestId: plan.requestId,
    to: 'referral_pending_consent',
    declared: [],
    bodyCode: plan.recipient,
    dataScope: plan.dataItems,
    referral: { purpose: plan.purpose },
  })
}
