import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { lockCase } from '@/lib/data/case-state'
import { lockOwnCase } from '@/lib/data/own-case'
import { findTellingPerson, updatePersonFacts } from '@/lib/data/person-facts'
import { within, type Scoped } from '@/lib/data/within'
import { changedFacts, type PersonFacts } from '@/lib/domain/report/person-facts'
import { err, ok, type Result } from '@/lib/domain/result'

/** `version`: of the answers that the form was shown with. */
export type PersonTelling = { readonly facts: PersonFacts; readonly version: number; readonly requestId: string }
/** `not_counted`: the worker's yes to statistics does not stand; `changed_meanwhile`: somebody else wrote since the form was shown. */
export type PersonRefusal = { readonly code: 'not_counted' | 'changed_meanwhile' }

/** Says who one is, for the statistics only; also takes it back. `case_gone`: the case was erased. Sent twice, it is once. */
export function tellOwnPerson(
  grant: Grant<'own_case.write'>,
  telling: PersonTelling,
): Promise<Result<void, PersonRefusal | { readonly code: 'case_gone' }>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    return own ? tell(on, own.office.id, own.id, telling) : err({ code: 'case_gone' })
  })
}

/** The same by an officer whom the worker told. `not_found`: no such case in the office. */
export function tellPersonOf(
  grant: Grant<'case.write_person'>,
  number: string,
  telling: PersonTelling,
): Promise<Result<void, PersonRefusal | { readonly code: 'not_found' }>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, number)
    return head ? tell(on, grant.actor.officeId, head.id, telling) : err({ code: 'not_found' })
  })
}

/** Call with the case locked. What was told stays out of the audit trail: it goes when the yes goes. */
async function tell(
  on: Scoped<'own_case.write' | 'case.write_person'>,
  officeId: string,
  caseId: string,
  { facts, version, requestId }: PersonTelling,
): Promise<Result<void, PersonRefusal>> {
  const person = await findTellingPerson(on, caseId)
  if (!person?.isCounted) return err({ code: 'not_counted' })
  const changed = changedFacts(person.facts, facts)
  if (changed.length === 0) return ok(undefined)
  if (person.version !== version || !(await updatePersonFacts(on, person, facts)))
    return err({ code: 'changed_meanwhile' })
  await appendAudit(on, officeId, 'person.told', { caseId, detail: { changed: changed.length, requestId } })
  return ok(undefined)
}
