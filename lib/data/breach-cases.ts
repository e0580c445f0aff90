import 'server-only'
import type { BreachData } from '@/lib/domain/privacy/breach'
import type { Scoped } from './within'

/** Cases of the office by their numbers; those that are not there are left out. */
export async function findCaseIds(
  on: Scoped<'breach.tell'>,
  numbers: readonly string[],
): Promise<{ readonly id: string; readonly number: string }[]> {
  return on.db.case.findMany({
    where: { number: { in: [...numbers] }, officeId: on.grant.actor.officeId },
    select: { id: true, number: true },
  })
}

/** Notes cases that an incident touches; those that were noted stay. Returns how many are new. */
export async function insertBreachCases(
  on: Scoped<'breach.tell'>,
  breach: { readonly id: string; readonly knownAt: Date; readonly data: readonly BreachData[] },
  caseIds: readonly string[],
  addedAt: Date,
): Promise<number> {
  const { count } = await on.db.breachCase.createMany({
    data: caseIds.map((caseId) => ({
      breachId: breach.id,
      caseId,
      addedById: on.grant.actor.id,
      addedAt,
      knownAt: breach.knownAt,
      data: [...breach.data],
    })),
    skipDuplicates: true,
  })
  return count
}

/** The numbers of the cases that an incident touches. */
export async function listBreachCases(
  on: Scoped<'breach.tell'>,
  breachId: string,
): Promise<{ readonly number: string; readonly toldAt: Date | null }[]> {
  const rows = await on.db.breachCase.findMany({
    where: { breachId },
    select: { toldAt: true, case: { select: { number: true } } },
    orderBy: { addedAt: 'asc' },
  })
  return rows.map(({ toldAt, case: about }) => ({ number: about.number, toldAt }))
}

/** Tells the workers of all of them on their own pages. Returns how many are told now. */
export async function tellBreachCases(on: Scoped<'breach.tell'>, breachId: string, at: Date): Promise<number> {
  const { count } = await on.db.breachCase.updateMany({ where: { breachId, toldAt: null }, data: { toldAt: at } })
  return count
}

/** What the worker of a case was told of incidents. */
export async function listOwnBreaches(
  on: Scoped<'own_case.read'>,
): Promise<{ readonly knownAt: Date; readonly toldAt: Date; readonly data: readonly BreachData[] }[]> {
  const rows = await on.db.breachCase.findMany({
    where: { caseId: on.grant.actor.caseId, toldAt: { not: null } },
    select: { knownAt: true, toldAt: true, data: true },
    orderBy: { knownAt: 'desc' },
  })
  return rows.flatMap(({ toldAt, data, ...row }) =>
    toldAt === null ? [] : [{ ...row, toldAt, data: data as BreachData[] }],
  )
}
