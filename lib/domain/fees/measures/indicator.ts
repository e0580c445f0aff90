import { earnings, type EarningsKind, type PaidWage } from './earnings'
import type { IndicatorFacts } from './indicator-columns'
import type { Measure, MeasureGap } from './measure'
import { hasRecoveryLine, recruitmentCost } from './recruitment-cost'

/** The recruitment cost of one worker in months of that worker's earnings. */
export type Indicator = { readonly costJpy: bigint; readonly earningsJpy: bigint; readonly months: number }

/**
 * The recruitment cost indicator of one worker, SDG 10.7.1: Ck / Ek, in months of earnings, with the earnings of the first full
 * month or of the last month. Both figures are of the same person and of the first job abroad: a later job has none, and where
 * nobody said which job it is, that is remarked.
 * Source: ILO and World Bank, SDG indicator 10.7.1 metadata (2018, revised 18 May 2022).
 */
export function recruitmentCostIndicator(facts: IndicatorFacts, kind: EarningsKind): Measure<Indicator> {
  if (facts.isFirstJobAbroad === false) return { missing: ['not_first_job_abroad'] }
  const cost = recruitmentCost(facts.lines, facts.hasPaidNothing)
  const month = earnings(facts.wages, kind)
  if ('missing' in cost || 'missing' in month) {
    return { missing: [...('missing' in cost ? cost.missing : []), ...('missing' in month ? month.missing : [])] }
  }
  const remarks: MeasureGap[] = [...cost.remarks, ...month.remarks]
  if (facts.isFirstJobAbroad === null) remarks.push('first_job_abroad_not_told')
  if (isRecoveryUntold(facts.wages) && !hasRecoveryLine(facts.lines)) remarks.push('recovery_without_payment')
  return {
    value: { costJpy: cost.value, earningsJpy: month.value, months: Number(cost.value) / Number(month.value) },
    remarks,
  }
}

// Known from the pay only: how much was taken in all is not.
function isRecoveryUntold(wages: readonly PaidWage[]): boolean {
  return wages.some(({ kind, jpy }) => kind === 'deduction_recruitment_recovery' && jpy !== 0n)
}
