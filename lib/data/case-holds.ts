import 'server-only'
import type { HoldDates, HoldReason } from '@/lib/domain/retention/holds'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** A hold as its worker is told of it. */
export type ToldHold = HoldDates & { readonly id: string; readonly reason: HoldReason }
/** A hold with the words of the office and who set it. */
export type CaseHold = ToldHold & { readonly words: string | null; readonly setById: string }

/** What somebody says about a new hold. */
export type NewHold = {
  readonly requestId: string
  readonly reason: HoldReason
  readonly words: string
  readonly setAt: Date
  readonly endsAt: Date
}

const WORDS = 'case_hold.sealed_words'

/** Every hold there was on a case, the newest first. */
export async function listHolds(on: Scoped<'case.hold'>, caseSeal: CaseSeal): Promise<CaseHold[]> {
  const rows = await on.db.caseHold.findMany({
    where: { caseId: caseSeal.caseId },
    orderBy: [{ setAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, reason, sealedWords, setById, setAt, endsAt, liftedAt }) => ({
    id,
    reason: reason as HoldReason,
    words: sealedWords && sealedWords.length > 0 ? caseSeal.unseal(WORDS, id, sealedWords) : null,
    setById,
    setAt,
    endsAt,
    liftedAt,
  }))
}

/** The holds on a case without their words. */
export async function listToldHolds(
  on: Scoped<'case.read' | 'case.hold' | 'own_case.read' | 'own_case.write'>,
  caseId: string,
): Promise<ToldHold[]> {
  const rows = await on.db.caseHold.findMany({
    where: { caseId },
    select: { id: true, reason: true, setAt: true, endsAt: true, liftedAt: true },
    orderBy: [{ setAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({ ...row, reason: row.reason as HoldReason }))
}

/** Holds the case until the transaction ends. */
export async function lockForHold(on: Scoped<'case.hold'>, caseId: string): Promise<void> {
  await on.db.$queryRaw`SELECT 1 FROM cases WHERE id = ${caseId}::uuid FOR UPDATE`
}

/** Puts a hold on a case; false when the same form did so before. */
export async function insertHold(on: Scoped<'case.hold'>, caseSeal: CaseSeal, hold: NewHold): Promise<boolean> {
  const id = newId()
  const { words, ...facts } = hold
  const { count } = await on.db.caseHold.createMany({
    data: [
      {
        id,
        caseId: caseSeal.caseId,
        setById: on.grant.actor.id,
        sealedWords: caseSeal.seal(WORDS, id, words),
        ...facts,
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}

/** Ends a hold before its time; false when there is none that stands. */
export async function liftHold(on: Scoped<'case.hold'>, caseId: string, id: string, at: Date): Promise<boolean> {
  const { count } = await on.db.caseHold.updateMany({
    where: { id, caseId, liftedAt: null },
    data: { liftedAt: at, liftedById: on.grant.actor.id },
  })
  return count === 1
}
