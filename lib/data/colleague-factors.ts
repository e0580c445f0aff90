import 'server-only'
import type { StaffRole } from '@/lib/access/policy'
import type { FactorKinds } from './second-factors'
import type { Scoped } from './within'

/** A colleague and what the second step can be done with; nothing of the factors themselves. */
export type ColleagueFactors = FactorKinds & {
  readonly id: string
  readonly displayName: string
  readonly role: StaffRole
}

/** Active colleagues whose second factor this person may take away, by name. */
export async function listColleagueFactors(on: Scoped<'staff.reset_factor'>): Promise<ColleagueFactors[]> {
  const { id, role } = on.grant.actor
  return on.db.$queryRaw<ColleagueFactors[]>`
    SELECT s.id, s.display_name AS "displayName", s.role, f.has_app AS "hasApp", f.passkeys, f.codes
    FROM app.second_factors() f JOIN staff s ON s.id = f.staff_id
    WHERE s.is_active AND s.id <> ${id}::uuid AND (${role} = 'administrator' OR s.role = 'caseworker')
    ORDER BY lower(s.display_name), s.id`
}

/** Takes the second factor of a colleague away and ends the sessions; false where this person may not, or nobody is there. */
export async function resetSecondFactor(
  on: Scoped<'staff.reset_factor'>,
  staffId: string,
  now: Date,
): Promise<boolean> {
  const rows = await on.db.$queryRaw<{ done: boolean }[]>`
    SELECT app.reset_second_factor(${staffId}::uuid, ${now}) AS done`
  return rows[0]?.done ?? false
}
