import 'server-only'
import type { BreachData, BreachFacts, BreachState } from '@/lib/domain/privacy/breach'
import type { BreachRow, StoredBreach, StoredDuty } from '@/lib/domain/privacy/breach-file'
import { breachSealFrom, newBreachSeal, type BreachSeal } from '@/lib/sealing/breach-seal'
import type { Scoped } from './within'

type Reader = Scoped<'breach.report' | 'breach.manage' | 'breach.review' | 'breach.tell'>
type Manager = Scoped<'breach.manage' | 'breach.review'>

const [WHAT, MEASURES, JUDGEMENT, REVIEW] = [
  'breach.sealed_what',
  'breach.sealed_measures',
  'breach.sealed_judgement',
  'breach.sealed_review',
]

/** The column of the words to a duty (data/breach-duties.ts). */
export const DUTY_NOTE = 'breach_duty.sealed_note'

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
      note: words(DUTY_NOTE, rest.id, sealedNote),
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

/** What seals the words of one incident. */
export async function findBreachSeal(on: Reader, id: string): Promise<BreachSeal> {
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
  const sealedJudgement = (await findBreachSeal(on, id)).seal(JUDGEMENT, id, words)
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

/** Somebody says that all is done, or another person who looked agrees, or gives it back. Call with the incident locked. */
export async function updateClosing(
  on: Manager,
  id: string,
  act:
    | { readonly kind: 'ask'; readonly measures: string; readonly at: Date }
    | { readonly kind: 'agree' | 'give_back'; readonly words: string; readonly backTo: BreachState; readonly at: Date },
): Promise<void> {
  const { id: staffId, displayName } = on.grant.actor
  const breachSeal = await findBreachSeal(on, id)
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
