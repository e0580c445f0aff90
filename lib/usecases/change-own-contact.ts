import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockOwnCase } from '@/lib/data/own-case'
import { updateOwnContact } from '@/lib/data/own-contact'
import { within } from '@/lib/data/within'
import type { ContactAnswer } from '@/lib/domain/report/answers'
import { err, ok, type Result } from '@/lib/domain/result'

/** `case_gone`: the case was erased. */
export type OwnContactError = { readonly code: 'case_gone' }

/** Says how the worker can be reached without harm from now on. What was told before is gone at once: it may be a danger by now. */
export function changeOwnContact(
  grant: Grant<'own_case.write'>,
  contact: ContactAnswer,
): Promise<Result<void, OwnContactError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    const before = await updateOwnContact(on, caseSeal, contact)
    await appendAudit(on, own.office.id, 'contact.changed', {
      caseId: own.id,
      detail: { from: before, to: contact.channel },
    })
    return ok(undefined)
  })
}
