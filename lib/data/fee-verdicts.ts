import 'server-only'
import type { Json } from '@/lib/domain/fees/assessment/stored'
import type { CaseFeeRows } from '@/lib/domain/fees/ledger/case-fee-facts'
import type { ReassessmentCause } from '@/lib/domain/fees/reassessment'
import type { Scoped } from './within'

type System = Scoped<'system.reassess_fees'>

/** A reassessment that is being worked on; held until the transaction ends. */
export type HeldReassessment = {
  readonly id: string
  readonly cause: ReassessmentCause
  readonly origins: readonly string[]
  readonly lastCaseId: string | null
}

/** A verdict as the table holds it. */
export type VerdictRow = {
  readonly cause: string
  readonly assessedAt: Date
  readonly ruleRefs: readonly string[]
  readonly verdict: string
  readonly inputs: unknown
  readonly result: unknown
}

/** A case to be judged: its facts, the verdict officers know, and the latest. Both null where there was none. */
export type FeeCase = {
  readonly id: string
  readonly rows: CaseFeeRows
  readonly before: VerdictRow | null
  readonly latest: VerdictRow | null
}

/** A new verdict with what is kept of it on the case. Yen have no minor unit. */
export type NewVerdict = {
  readonly id: string
  readonly caseId: string
  readonly verdict: string
  readonly ruleRefs: readonly string[]
  readonly inputs: Json
  readonly result: Json
  readonly ruledLineCount: number
  readonly overLineCount: number
  readonly aboveCapJpy: bigint | null
  readonly aboveZeroFeeJpy: bigint | null
  /** An officer has a difference to look at. */
  readonly isUnseen: boolean
  /** The difference goes into the chain of the office. */
  readonly isTold: boolean
  readonly verdictBefore: string | null
}

/** Takes the oldest reassessment that is not finished and that no other process holds; null when there is none. */
export async function holdReassessment(on: System): Promise<HeldReassessment | null> {
  const rows = await on.db.$queryRaw<HeldReassessment[]>`
    SELECT id, cause, origins, last_case_id AS "lastCaseId" FROM fee_reassessment
    WHERE finished_at IS NULL ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
  return rows[0] ?? null
}

/** The next cases in the order of their ids; nobody else writes to them until the transaction ends (migration fee_reassessment). */
export async function readFeeCases(on: System, held: HeldReassessment, howMany: number): Promise<FeeCase[]> {
  const rows = await on.db.$queryRaw<{ id: string; facts: StoredFacts }[]>`
    SELECT id, facts FROM app.read_fee_cases(${held.origins}::text[], ${held.lastCaseId}::uuid, ${howMany}::int)`
  return rows.map(({ id, facts }) => ({
    id,
    rows: rowsOf(facts),
    before: facts.before && verdictOf(facts.before),
    latest: facts.latest && verdictOf(facts.latest),
  }))
}

/** Stores new verdicts beside the old ones and what the case keeps of them. */
export async function storeVerdicts(
  on: System,
  verdicts: readonly NewVerdict[],
  cause: ReassessmentCause,
  at: Date,
): Promise<void> {
  if (verdicts.length === 0) return
  const json = JSON.stringify(verdicts, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  await on.db.$executeRaw`SELECT app.store_fee_verdicts(${json}::jsonb, ${cause}, ${at})`
}

/** Notes how far a reassessment came; the first time also how many cases there are to look at. */
export async function noteProgress(
  on: System,
  held: HeldReassessment,
  step: {
    readonly lookedAt: number
    readonly changed: number
    readonly failed: number
    readonly lastCaseId: string | null
    readonly finishedAt: Date | null
  },
): Promise<void> {
  await on.db.$executeRaw`UPDATE fee_reassessment SET
      cases_to_look_at = CASE WHEN last_case_id IS NULL THEN app.count_fee_cases(origins) ELSE cases_to_look_at END,
      cases_looked_at = cases_looked_at + ${step.lookedAt}, cases_changed = cases_changed + ${step.changed},
      cases_failed = cases_failed + ${step.failed},
      last_case_id = coalesce(${step.lastCaseId}::uuid, last_case_id), finished_at = ${step.finishedAt}
    WHERE id = ${held.id}::uuid`
}

// jsonb as the function builds it: instants and amounts are text.
type StoredLine = Omit<
  CaseFeeRows['lines'][number],
  'amountMinor' | 'amountMaxMinor' | 'refundedMinor' | 'createdAt'
> & {
  readonly amountMinor: string | null
  readonly amountMaxMinor: string | null
  readonly refundedMinor: string | null
  readonly createdAt: string
}
type StoredWage = Omit<CaseFeeRows['wages'][number], 'amountMinor'> & { readonly amountMinor: string }
type StoredVerdict = {
  readonly cause: string
  readonly assessed_at: string
  readonly rule_refs: readonly string[] | null
  readonly verdict: string
  readonly inputs: unknown
  readonly result: unknown
}
type StoredFacts = Omit<CaseFeeRows, 'receivedAt' | 'lines' | 'wages'> & {
  readonly receivedAt: string
  readonly lines: readonly StoredLine[]
  readonly wages: readonly StoredWage[]
  readonly before: StoredVerdict | null
  readonly latest: StoredVerdict | null
}

function rowsOf({ receivedAt, lines, wages, origin, destination, scheme, placement }: StoredFacts): CaseFeeRows {
  const whole = (text: string | null) => (text === null ? null : BigInt(text))
  return {
    origin,
    destination,
    scheme,
    placement,
    receivedAt: new Date(receivedAt),
    lines: lines.map((line) => ({
      ...line,
      amountMinor: whole(line.amountMinor),
      amountMaxMinor: whole(line.amountMaxMinor),
      refundedMinor: whole(line.refundedMinor),
      createdAt: new Date(line.createdAt),
    })),
    wages: wages.map((wage) => ({ ...wage, amountMinor: BigInt(wage.amountMinor) })),
  }
}

function verdictOf({ cause, assessed_at, rule_refs, verdict, inputs, result }: StoredVerdict): VerdictRow {
  return { cause, assessedAt: new Date(assessed_at), ruleRefs: rule_refs ?? [], verdict, inputs, result }
}
