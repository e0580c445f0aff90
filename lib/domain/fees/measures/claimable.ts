import type { CaseAssessment, PartyClaim } from '../assessment/assessment'
import type { Measure } from './measure'

/** What could be asked back, in yen, in all and from each party, the largest first. */
export type Claimable = Omit<PartyClaim, 'partyKey'> & { readonly byParty: readonly PartyClaim[] }

/**
 * The amount claimable: paid above the legal limit (all of it where a ban is broken), of it what rests on rules an officer must
 * confirm first, and paid above zero-fee (every `rf_*`, `rc_*`, `il_*`), each net of refunds. The parts come from the verdict
 * (lib/domain/fees/assessment); here they are added. It is what the rules allow to ask for, not what anybody owes.
 */
export function claimable(assessment: CaseAssessment | null): Measure<Claimable> {
  if (assessment === null) return { missing: ['verdict'] }
  const sum = (of: (claim: PartyClaim) => bigint) => assessment.claims.reduce((total, claim) => total + of(claim), 0n)
  return {
    value: {
      aboveCapJpy: sum(({ aboveCapJpy }) => aboveCapJpy),
      likelyJpy: sum(({ likelyJpy }) => likelyJpy),
      aboveZeroFeeJpy: sum(({ aboveZeroFeeJpy }) => aboveZeroFeeJpy),
      byParty: assessment.claims.toSorted(
        (a, b) => larger(a.aboveCapJpy, b.aboveCapJpy) || larger(a.aboveZeroFeeJpy, b.aboveZeroFeeJpy),
      ),
    },
    remarks: [],
  }
}

function larger(a: bigint, b: bigint): number {
  return a === b ? 0 : a > b ? -1 : 1
}
