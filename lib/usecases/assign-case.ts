import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { lockCase } from '@/lib/data/case-state'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { giveCase, type GiveError, type Giving } from './give-case'

/** `hasConflict`: the person chosen has a tie to a party of the case. */
export type Assignment = Giving & { readonly number: string }

/** `assignee_missing`: nobody of this office who works on cases; the others as in take-case. */
export type AssignError = { readonly code: GiveError['code'] | 'not_found' }

/** Gives an open case to somebody of the office, by a supervisor. */
export function assignCase(grant: Grant<'case.assign'>, assignment: Assignment): Promise<Result<void, AssignError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, assignment.number)
    if (!head) return err({ code: 'not_found' })
    const given = await giveCase(on, head, assignment)
    return given.ok ? ok(undefined) : given
  })
}
