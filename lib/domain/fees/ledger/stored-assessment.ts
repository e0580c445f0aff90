import type { CaseAssessment, Verdict } from '../assessment/assessment'
import type { CaseFeeFacts } from '../assessment/facts'
import { readStored, storedInputs, type Json } from '../assessment/stored'
import { versionKey } from '../rules/live-rules'

type JsonObject = { readonly [key: string]: Json }

/** A verdict as its row keeps it: `inputs` is what it was reached from, `result` what was reached. */
export type AssessmentColumns = {
  readonly verdict: Verdict
  /** `rule-id@version` of every rule that is about a payment of the case, each once. */
  readonly ruleRefs: readonly string[]
  readonly inputs: JsonObject
  readonly result: JsonObject
}

/** What the case itself keeps of its verdict, so that lists and statistics read one table. */
export type VerdictTotals = {
  /** Null: there is no payment to judge. */
  readonly feeVerdict: Verdict | null
  /** Payments that a law with a known limit is about; not those that only an unread law allows. */
  readonly ruledLineCount: number
  /** Those of them that are certainly above it or prohibited; likely ones wait for an officer. */
  readonly overLineCount: number
  /** What could be asked back, in yen, as far as it is certain; null where no law is known for any payment. */
  readonly aboveCapJpy: bigint | null
  /** The same against the ILO's zero-fee principle; null where no payment has an amount in yen. */
  readonly aboveZeroFeeJpy: bigint | null
}

const RULED: readonly Verdict[] = ['within_cap', 'likely_above', 'above_cap', 'prohibited']
const OVER: readonly Verdict[] = ['above_cap', 'prohibited']

/** The columns of a verdict. */
export function assessmentColumns(facts: CaseFeeFacts, assessment: CaseAssessment): AssessmentColumns {
  const { assessment: result, ...inputs } = storedInputs(facts, assessment)
  return {
    verdict: assessment.verdict,
    ruleRefs: [...new Set(assessment.findings.map(({ rule }) => versionKey(rule)))].toSorted(),
    inputs,
    result: result as JsonObject,
  }
}

/** Reads the columns of a verdict back. Throws a TypeError for a form this version does not know. */
export function readAssessmentColumns(columns: { readonly inputs: unknown; readonly result: unknown }): {
  readonly facts: CaseFeeFacts
  readonly assessment: CaseAssessment
} {
  const { inputs, result } = columns
  return readStored(typeof inputs === 'object' ? { ...inputs, assessment: result } : inputs)
}

/** What the case keeps of its verdict. */
export function verdictTotals(assessment: CaseAssessment): VerdictTotals {
  const { lines, claims } = assessment
  const ruled = lines.filter(({ verdict, isLikelyWithin }) => RULED.includes(verdict) && !isLikelyWithin)
  const sum = (of: (claim: (typeof claims)[number]) => bigint) => claims.reduce((total, claim) => total + of(claim), 0n)
  return {
    feeVerdict: lines.length === 0 ? null : assessment.verdict,
    ruledLineCount: ruled.length,
    overLineCount: ruled.filter(({ verdict }) => OVER.includes(verdict)).length,
    aboveCapJpy: ruled.length === 0 ? null : sum(({ aboveCapJpy, likelyJpy }) => aboveCapJpy - likelyJpy),
    aboveZeroFeeJpy: claims.length === 0 ? null : sum(({ aboveZeroFeeJpy }) => aboveZeroFeeJpy),
  }
}
