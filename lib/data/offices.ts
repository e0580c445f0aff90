import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { IntakeOffice } from '@/lib/domain/offices'
import type { Scoped } from './within'

/** All offices: a handful, and no secret. */
export function listOffices(on: Scoped<Permission>): Promise<(IntakeOffice & { kind: string; languages: string[] })[]> {
  return on.db.office.findMany({
    select: {
      id: true,
      code: true,
      name: true,
      kind: true,
      intakeOrigins: true,
      isDefaultIntake: true,
      languages: true,
    },
    orderBy: { code: 'asc' },
  })
}

/** The office that holds a case, or null. */
export async function findOffice(
  on: Scoped<Permission>,
  id: string,
): Promise<{ id: string; code: string; name: string } | null> {
  return on.db.office.findUnique({ where: { id }, select: { id: true, code: true, name: true } })
}

/** Every office with where it is: what a referral goes to may be in a country that endangers its people. */
export function listOfficesByCountry(on: Scoped<Permission>): Promise<{ id: string; name: string; country: string }[]> {
  return on.db.office.findMany({ select: { id: true, name: true, country: true }, orderBy: { name: 'asc' } })
}
