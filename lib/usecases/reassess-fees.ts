import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { grantOpen } from '@/lib/access/grant'
import { currentFeeBasis, currentRuleVersions } from '@/lib/data/fee-basis'
import {
  holdReassessment,
  noteProgress,
  readFeeCases,
  storeVerdicts,
  type FeeCase,
  type NewVerdict,
  type VerdictRow,
} from '@/lib/data/fee-verdicts'
import { within } from '@/lib/data/within'
import { assessCase } from '@/lib/domain/fees/assessment/assess-case'
import { assessmentChanges } from '@/lib/domain/fees/assessment/assessment-changes'
import { caseFeeFacts } from '@/lib/domain/fees/ledger/case-fee-facts'
import { assessmentColumns, readAssessmentColumns, verdictTotals } from '@/lib/domain/fees/ledger/stored-assessment'
import { isFirstWorthSeeing, isWorthSeeing, type ReassessmentCause } from '@/lib/domain/fees/reassessment'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { log, logFailure } from '@/lib/platform/logger'

/** Cases of one transaction: a second or two, so that an officer who saves in one of them hardly waits. */
const BATCH = 200

/** What was looked at, in how many cases a reader would see a difference, and how many could not be judged (the log names them). */
export type Reassessed = { readonly lookedAt: number; readonly changed: number; readonly failed: number }

/**
 * Judges open cases again where a rule or a rate changed, batch by batch, until nothing is asked for. Several processes may do
 * this at once: a reassessment belongs to one of them for a transaction, and its progress is stored with the verdicts, so that
 * after a crash it goes on where it was. Closed cases are left alone, and what officers wrote is not touched.
 */
export async function reassessFees(batchSize = BATCH): Promise<Reassessed> {
  const total = { lookedAt: 0, changed: 0, failed: 0 }
  for (;;) {
    const done = await reassessBatch(batchSize)
    if (done === null) return total
    total.lookedAt += done.lookedAt
    total.changed += done.changed
    total.failed += done.failed
  }
}

/** The next batch; null when no reassessment waits that another process does not hold. */
export function reassessBatch(batchSize: number): Promise<Reassessed | null> {
  const grant = grantOpen({ kind: 'system' }, 'system.reassess_fees')
  return within(grant, async (on) => {
    const held = await holdReassessment(on)
    if (held === null) return null
    const cases = await readFeeCases(on, held, batchSize)
    const { rules: live, rates } = await currentFeeBasis(on)
    const basis = { versions: await currentRuleVersions(on), live, rates, cause: held.cause, at: now() }
    const outcomes = cases.map((one) => judged(one, basis))
    const verdicts = outcomes.filter((outcome) => outcome !== 'same' && outcome !== 'failed')
    await storeVerdicts(on, verdicts, held.cause, basis.at)
    const done = {
      lookedAt: cases.length,
      changed: verdicts.filter(({ isTold }) => isTold).length,
      failed: outcomes.filter((outcome) => outcome === 'failed').length,
    }
    await noteProgress(on, held, {
      ...done,
      lastCaseId: cases.at(-1)?.id ?? null,
      finishedAt: cases.length < batchSize ? basis.at : null,
    })
    return done
  })
}

/** As reassessFees, for where nobody waits for the answer: a failure is logged and the next sweep tries again. */
export async function reassessQuietly(): Promise<void> {
  try {
    const { lookedAt, changed, failed } = await reassessFees()
    if (lookedAt > 0) log('info', { event: 'fees_reassessed', count: changed })
    if (failed > 0) log('error', { event: 'cases_not_reassessed', count: failed })
  } catch (error) {
    logFailure(error, { event: 'reassessment_failed' })
  }
}

type Basis = {
  readonly versions: readonly FeeRule[]
  readonly live: readonly FeeRule[]
  readonly rates: readonly ExchangeRate[]
  readonly cause: ReassessmentCause
  readonly at: Date
}

/** The new verdict on a case; `same` where there is nothing to judge or it says the same of the same facts. */
function judged(feeCase: FeeCase, basis: Basis): NewVerdict | 'same' | 'failed' {
  try {
    const facts = caseFeeFacts(feeCase.rows)
    if (facts.lines.length === 0) return 'same'
    const assessment = assessCase(facts, basis.live, basis.rates)
    const columns = assessmentColumns(facts, assessment)
    const { latest, before } = feeCase
    if (latest && isDeepStrictEqual(latest.inputs, columns.inputs) && isDeepStrictEqual(latest.result, columns.result))
      return 'same'
    const fresh = {
      assessment,
      assessedAt: basis.at,
      rules: named(columns.ruleRefs, basis.versions),
      cause: basis.cause,
    }
    const isSeenSince = (known: VerdictRow | null) =>
      known === null ? isFirstWorthSeeing(assessment) : isWorthSeeing(assessmentChanges(opened(known, basis), fresh))
    const totals = verdictTotals(assessment)
    return {
      id: newId(),
      caseId: feeCase.id,
      verdict: columns.verdict,
      ruleRefs: columns.ruleRefs,
      inputs: columns.inputs,
      result: columns.result,
      ruledLineCount: totals.ruledLineCount,
      overLineCount: totals.overLineCount,
      aboveCapJpy: totals.aboveCapJpy,
      aboveZeroFeeJpy: totals.aboveZeroFeeJpy,
      isUnseen: isSeenSince(before),
      isTold: isSeenSince(latest),
      verdictBefore: latest?.verdict ?? null,
    }
  } catch (error) {
    // One case that cannot be judged does not keep the others from it: it is counted, named in the log and keeps its verdict.
    logFailure(error, { event: 'case_not_reassessed', caseId: feeCase.id })
    return 'failed'
  }
}

function opened(row: VerdictRow, basis: Basis) {
  return {
    assessment: readAssessmentColumns(row).assessment,
    assessedAt: row.assessedAt,
    rules: named(row.ruleRefs, basis.versions),
  }
}

function named(ruleRefs: readonly string[], versions: readonly FeeRule[]): readonly FeeRule[] {
  const names = new Set(ruleRefs)
  return versions.filter((rule) => names.has(versionKey(rule)))
}
