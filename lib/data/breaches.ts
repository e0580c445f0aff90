import 'server-only'
import type { BreachData, BreachDuty, BreachFacts, BreachState } from '@/lib/domain/privacy/breach'
import type { BreachRow, StoredBreach, StoredDuty } from '@/lib/domain/privacy/breach-file'
import { newId } from '@/lib/platform/ids'
import { breachSealFrom, newBreachSeal } from '@/lib/sealing/breach-seal'
import type { Scoped } from './within'

type Reader = Scoped<'breach.report' | 'breach.manage' | 'breach.review' | 'breach.tell'>
type Manager = Scoped<'breach.manage' | 'breach.review'>

const [WHAT, MEASURES, JUDGEMENT, REVIEW, NOTE] = [
  'breach.sealed_what',
  'breach.sealed_measures',
  'breach.sealed_judgement',
  'breach.sealed_review',
  'breach_duty.sealed_note',
]

const FACTS = { knownAt: true, data: true, people: true, origins: true, isIntended: true, isFraudRisk: true } as const

/** The register of the office, the latest first. */
export async function listBreaches(on: Reader): Promise<BreachRow[]> {
  const rows = await on.db.breach.findMany({
    where: { officeId: on.grant.actor.officeId },
    select: {
      id: true,
      state: true,
      reportedAt: true,
      ...FACTS,
      duties: { where: { doneAt: null }, orderBy: { dueAt: 'asc' }, take: 1, select: { dueAt: true } },
    },
    orderBy: [{ knownAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ duties, state, data, ...row }) => ({
    ...row,
    state: state as BreachState,
    data: data as BreachData[],
    nextDueAt: state === 'closed' ? null : (duties[0]?.dueAt ?? null),
  }))
}

/** One incident of the office, unsealed; null when there is none of this id. */
export async function findBreach(on: Reader, id: string): Promise<StoredBreach | null> {
  const row = await on.db.breach.findFirst({
    where: { id, officeId: on.grant.actor.officeId },
    include: {
      duties: { orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] },
      cases: { select: { toldAt: true } },
    },
  })
  if (!row) return null
  const opened = breachSealFrom(row.id, row.wrappedKey)
  const words = (column: string, of: string, sealed: Uint8Array | null) =>
    sealed === null ? null : opened.unseal(column, of, sealed)
  const {
    wrappedKey: _key,
    masterKeyId: _master,
    sealedWhat,
    sealedMeasures,
    sealedJudgement,
    sealedReview,
    ...facts
  } = row
  return {
    ...facts,
    state: row.state as BreachState,
    data: row.data as BreachData[],
    what: opened.unseal(WHAT, id, sealedWhat),
    measures: words(MEASURES, id, sealedMeasures),
    judgement: words(JUDGEMENT, id, sealedJudgement),
    review: words(REVIEW, id, sealedReview),
    duties: row.duties.map(({ sealedNote, duty, outcome, ...rest }) => ({
      ...rest,
      duty: duty as StoredDuty['duty'],
      outcome: outcome as StoredDuty['outcome'],
      note: words(NOTE, rest.id, sealedNote),
    })),
    cases: row.cases.length,
    casesTold: row.cases.filter(({ toldAt }) => toldAt !== null).length,
  }
}

/** The same, held until the transaction ends. */
export async function lockBreach(on: Reader, id: string): Promise<StoredBreach | null> {
  await on.db.$queryRaw`SELECT 1 FROM breach WHERE id = ${id}::uuid FOR UPDATE`
  return findBreach(on, id)
}

/** Puts an incident into the register; false when the form of this id did so before. */
export async function insertBreach(
  on: Scoped<'breach.report'>,
  {
    id,
    what,
    measures,
    reportedAt,
    ...facts
  }: BreachFacts & {
    readonly id: string
    readonly what: string
    readonly measures: string | null
    readonly reportedAt: Date
  },
): Promise<boolean> {
  const { breachSeal, wrapped } = newBreachSeal(id)
  const { officeId, id: reportedById, displayName: reportedByName } = on.grant.actor
  const { count } = await on.db.breach.createMany({
    data: [
      {
        ...facts,
        ...wrapped,
        data: [...facts.data],
        origins: [...facts.origins],
        id,
        officeId,
        reportedById,
        reportedByName,
        reportedAt,
        sealedWhat: breachSeal.seal(WHAT, id, what),
        ...(measures === null ? {} : { sealedMeasures: breachSeal.seal(MEASURES, id, measures) }),
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}

/** Reminded with a quarter of the time left, a day at most. */
const LEAD_MS = 86_400_000

/** Adds what is due; what is in the list already stays as it is. */
export async function insertDuties(
  on: Scoped<'breach.report' | 'breach.manage'>,
  breach: { readonly id: string; readonly knownAt: Date },
  duties: readonly BreachDuty[],
): Promise<void> {
  await on.db.breachDuty.createMany({
    data: duties.map((duty) => ({
      id: newId(),
      breachId: breach.id,
      ...duty,
      remindAt: new Date(
        duty.dueAt.getTime() - Math.min(LEAD_MS, Math.max(duty.dueAt.getTime() - breach.knownAt.getTime(), 0) / 4),
      ),
    })),
    skipDuplicates: true,
  })
}

async function sealFor(on: Reader, id: string) {
  const { wrappedKey } = await on.db.breach.findUniqueOrThrow({ where: { id }, select: { wrappedKey: true } })
  return breachSealFrom(id, wrappedKey)
}

/** What an administrator found of it. Call with the incident locked. */
export async function updateJudged(
  on: Scoped<'breach.manage'>,
  id: string,
  {
    words,
    at,
    ...facts
  }: Omit<BreachFacts, 'knownAt'> & {
    readonly state: 'notifiable' | 'not_notifiable'
    readonly words: string
    readonly at: Date
  },
): Promise<void> {
  const { id: judgedById, displayName: judgedByName } = on.grant.actor
  const sealedJudgement = (await sealFor(on, id)).seal(JUDGEMENT, id, words)
  await on.db.breach.update({
    where: { id },
    data: {
      ...facts,
      data: [...facts.data],
      origins: [...facts.origins],
      judgedById,
      judgedByName,
      judgedAt: at,
      sealedJudgement,
      version: { increment: 1 },
    },
    select: { id: true },
  })
}

/** One thing is done, or need not be. False when it was before. */
export async function updateDutyDone(
  on: Manager,
  breachId: string,
  duty: { readonly id: string; readonly outcome: 'done' | 'not_needed'; readonly note: string; readonly at: Date },
): Promise<boolean> {
  const { id: doneById, displayName: doneByName } = on.grant.actor
  const { count } = await on.db.breachDuty.updateMany({
    where: { id: duty.id, breachId, doneAt: null },
    data: {
      doneAt: duty.at,
      doneById,
      doneByName,
      outcome: duty.outcome,
      sealedNote: (await sealFor(on, breachId)).seal(NOTE, duty.id, duty.note),
    },
  })
  return count === 1
}

/** Somebody says that all is done, or another person who looked agrees, or gives it back. Call with the incident locked. */
export async function updateClosing(
  on: Manager,
  id: string,
  act:
    | { readonly kind: 'ask'; readonly measures: string; readonly at: Date }
    | { readonly kind: 'agree' | 'give_back'; readonly words: string; readonly backTo: BreachState; readonly at: Date },
): Promise<void> {
  const { id: staffId, displayName } = on.grant.actor
  const breachSeal = await sealFor(on, id)
  const data =
    act.kind === 'ask'
      ? {
          state: 'closing',
          closingById: staffId,
          closingByName: displayName,
          closingAt: act.at,
          sealedMeasures: breachSeal.seal(MEASURES, id, act.measures),
        }
      : act.kind === 'agree'
        ? {
            state: 'closed',
            closedById: staffId,
            closedByName: displayName,
            closedAt: act.at,
            sealedReview: breachSeal.seal(REVIEW, id, act.words),
          }
        : {
            state: act.backTo,
            closingById: null,
            closingByName: null,
            closingAt: null,
            sealedReview: breachSeal.seal(REVIEW, id, act.words),
          }
  await on.db.breach.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } })
}

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

/** Reminds of what is due because of incidents (app.remind_breaches). Returns how many; ask again until it is none. */
export async function remindBreaches(on: Scoped<'system.remind'>, at: Date): Promise<number> {
  const rows = await on.db.$queryRaw<{ told: number }[]>`SELECT app.remind_breaches(${at}) AS told`
  return rows[0]?.told ?? 0
}
