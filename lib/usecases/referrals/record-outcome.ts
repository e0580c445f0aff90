import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { findReferral, updateReferralOutcome, updateWorkerTold } from '@/lib/data/referrals'
import { within } from '@/lib/data/within'
import type { ReferralOutcome } from '@/lib/domain/referral/outcomes'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** What a body outside made of it, as the officer heard; `language` of the words. */
export type HeardOutcome = {
  readonly number: string
  readonly referralId: string
  readonly version: number
  readonly code: ReferralOutcome
  readonly words: string | null
  readonly language: string
}
export type OutcomeError = { readonly code: 'not_found' | 'case_gone' | 'not_sent' | 'changed_meanwhile' }

/** Not yet an end: the body works on it, or has not answered. The follow-ups go on. */
const OPEN: readonly ReferralOutcome[] = ['in_progress', 'no_answer']

/** Writes down what came of a referral to a body outside. What is an answer lets the case go on. */
export function recordOutcome(
  grant: Grant<'case.change_state'>,
  heard: HeardOutcome,
): Promise<Result<void, OutcomeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, heard.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const referral = await findReferral(on, caseSeal, heard.referralId)
    if (!referral?.sentAt || referral.toOfficeId !== null) return err({ code: 'not_sent' })
    const { code, words, language } = heard
    const outcome = { code, words, language, isAnswer: !OPEN.includes(code), at: now() }
    if (!(await updateReferralOutcome(on, caseSeal, { id: referral.id, version: heard.version }, outcome)))
      return err({ code: 'changed_meanwhile' })
    await appendAudit(on, grant.actor.officeId, 'referral.outcome_recorded', {
      caseId: head.id,
      detail: { referralId: referral.id, outcomeCode: code },
    })
    return ok(undefined)
  })
}

/** A sending that saved a life, without asking: from now on the worker reads of it. Kept back only while that is not safe. */
export function tellWorkerOfSending(
  grant: Grant<'case.change_state'>,
  told: { readonly number: string; readonly referralId: string },
): Promise<Result<void, OutcomeError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, told.number)
    const caseSeal = head && (await findCaseSeal(on, head.id))
    if (!head || !caseSeal) return err({ code: 'not_found' })
    const referral = await findReferral(on, caseSeal, told.referralId)
    if (!referral?.sentAt || referral.vitalInterestByIds.length === 0) return err({ code: 'not_sent' })
    await updateWorkerTold(on, referral.id, now())
    await appendAudit(on, grant.actor.officeId, 'referral.worker_told', {
      caseId: head.id,
      detail: { referralId: referral.id },
    })
    return ok(undefined)
  })
}
