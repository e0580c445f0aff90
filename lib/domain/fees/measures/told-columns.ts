import { effectiveYearlyInterest, type LoanTerms } from './effective-interest'
import { latestOf, type PaidWage } from './earnings'
import type { CostLine } from './recruitment-cost'
import { toldPayGap, toldTotalGap } from './told-versus-paid'

/** What the columns of told and paid are made from; yen are whole. */
export type ToldFacts = {
  readonly lines: readonly CostLine[]
  readonly loans: readonly LoanTerms[]
  readonly wages: readonly PaidWage[]
  readonly toldTotalJpy: bigint | null
}

/** The version of these formulas: cases whose columns an older one made are made again. */
export const TOLD_COLUMNS_VERSION = 1

const DEDUCTIONS = [
  'deduction_rent',
  'deduction_food_utilities',
  'deduction_recruitment_recovery',
  'deduction_other',
] as const

/** More than this is a slip of the pen, in hundredths of a per cent: ten thousand per cent a year. */
const HIGHEST_INTEREST = 1_000_000

/**
 * The columns of `cases` that the statistics of told and paid read, null where not known. `toldGapJpy`: paid less told.
 * `toldPayGapJpy`: first month's pay less the pay told. `yearlyInterestBp`: effective interest of the dearest loan in hundredths of
 * a per cent. `deductionsJpy`: what is taken from a month's pay, the last told of each kind, tax and social insurance aside; null
 * too where an amount has no rate. `tellsPay`: any fact about pay is known.
 */
export function toldColumns({ lines, loans, wages, toldTotalJpy }: ToldFacts) {
  const total = toldTotalGap(toldTotalJpy, lines)
  const pay = toldPayGap(wages)
  return {
    toldGapJpy: 'value' in total ? total.value.gapJpy : null,
    toldPayGapJpy: 'value' in pay ? pay.value.gapJpy : null,
    yearlyInterestBp: dearest(loans),
    deductionsJpy: deductions(wages),
    tellsPay: wages.length > 0,
    toldColumnsVersion: TOLD_COLUMNS_VERSION,
  }
}

function dearest(loans: readonly LoanTerms[]): number | null {
  const yearly = loans.flatMap((loan) => {
    const interest = effectiveYearlyInterest(loan)
    if ('missing' in interest) return []
    const bp = Math.round(interest.value.yearlyPercent * 100)
    return bp > HIGHEST_INTEREST ? [] : [bp]
  })
  return yearly.length === 0 ? null : Math.max(...yearly)
}

function deductions(wages: readonly PaidWage[]): bigint | null {
  const taken = DEDUCTIONS.flatMap((kind) => latestOf(wages, kind) ?? [])
  if (taken.length === 0 || taken.some(({ jpy }) => jpy === null)) return null
  return taken.reduce((sum, { jpy }) => sum + (jpy ?? 0n), 0n)
}
