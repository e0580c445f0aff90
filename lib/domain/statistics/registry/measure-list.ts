import { KPIS, type Kpi } from '@/lib/domain/learning/kpis'
import type { StatisticQuery } from '../query'
import { dimensionOf, DIMENSIONS, type DimensionCode } from './dimensions'
import type { Measure, MeasureForm, MeasureGroup, MeasureUnit } from './measures'

const SDG = 'ILO and World Bank, SDG indicator 10.7.1 metadata (2018, revised 18 May 2022)'
const ILO = 'ILO, General principles for fair recruitment and definition of recruitment fees and related costs (2019)'
const SURVEY = 'ISA and OTIT, survey of technical intern trainees (July 2022)'
const UNGP = 'UN Guiding Principles on Business and Human Rights, principle 31'

const REPORT_DIMENSIONS: readonly DimensionCode[] = DIMENSIONS.filter(({ of }) => of === 'report').map(
  ({ code }) => code,
)
const ALL_DIMENSIONS: readonly DimensionCode[] = DIMENSIONS.map(({ code }) => code)

type Made = { readonly source?: string; readonly of?: Measure['of']; readonly isPublic?: boolean }

function measure(
  group: MeasureGroup,
  form: MeasureForm,
  unit: MeasureUnit,
  code: string,
  { source, of = 'report', isPublic = true }: Made = {},
): Measure {
  const dimensions = of === 'payment' ? ALL_DIMENSIONS : REPORT_DIMENSIONS
  return { code, group, form, unit, of, dimensions, source: source ?? null, isPublic }
}

const KPI_UNITS: Readonly<Record<Exclude<Kpi['form'], 'days' | 'money'>, MeasureUnit>> = {
  share: 'share',
  hours: 'hours',
  count: 'reports',
  score: 'score',
}

/**
 * None of what counts days since a publication: it is about no report, and stands on the page of our own work only. None of money
 * either: of sums over months nobody knows whether one case makes most of them. `claimed_amount`, `repaid_amount` and
 * `repaid_over_claimed` tell of the same money with every rule for amounts.
 */
function desk({ code, form }: Kpi): Measure[] {
  if (form === 'days' || form === 'money') return []
  const made: Measure = {
    code: `desk_${code}`,
    group: 'desk',
    form: 'desk',
    unit: KPI_UNITS[form],
    of: 'report',
    dimensions: [],
    source: UNGP,
    isPublic: false,
  }
  return [made]
}

/** Every statistic there is, in the order of the choice. What each counts: lib/domain/statistics/columns/report-measures.ts. */
export const MEASURES: readonly Measure[] = [
  measure('intake', 'count', 'reports', 'reports'),
  measure('fees', 'share', 'share', 'paid_share', { source: SURVEY }),
  measure('fees', 'share', 'share', 'paid_sending_share', { source: SURVEY }),
  measure('fees', 'share', 'share', 'paid_broker_share', { source: SURVEY }),
  measure('fees', 'amount', 'yen', 'paid_total', { source: SURVEY }),
  measure('fees', 'amount', 'yen', 'paid_sending', { source: SURVEY }),
  measure('fees', 'amount', 'yen', 'paid_broker', { source: SURVEY }),
  measure('fees', 'amount', 'yen', 'paid_amount', { of: 'payment', source: ILO }),
  measure('fees', 'share', 'share', 'payer_share', { of: 'payment', source: ILO }),
  measure('fees', 'share', 'share', 'zero_fee_share', { source: ILO }),
  measure('verdicts', 'share', 'share', 'over_cap_payments', { of: 'payment' }),
  measure('verdicts', 'share', 'share', 'prohibited_payments', { of: 'payment' }),
  measure('verdicts', 'share', 'share', 'over_cap_reports'),
  measure('verdicts', 'amount', 'yen', 'above_cap_amount'),
  measure('verdicts', 'amount', 'yen', 'above_zero_fee_amount', { source: ILO }),
  measure('recruitment_cost', 'amount', 'yen', 'recruitment_cost', { source: SDG }),
  measure('recruitment_cost', 'amount', 'months', 'rci_first_month', { source: SDG }),
  measure('recruitment_cost', 'amount', 'months', 'rci_last_month', { source: SDG }),
  measure('recruitment_cost', 'share', 'share', 'rci_above_1', { source: SDG }),
  measure('recruitment_cost', 'share', 'share', 'rci_above_2', { source: SDG }),
  measure('recruitment_cost', 'share', 'share', 'rci_above_3', { source: SDG }),
  measure('debt', 'share', 'share', 'in_debt_share', { source: SURVEY }),
  measure('debt', 'amount', 'yen', 'debt_amount', { source: SURVEY }),
  measure('debt', 'amount', 'months', 'debt_months'),
  measure('debt', 'amount', 'percent_a_year', 'interest_yearly'),
  measure('told_and_paid', 'share', 'share', 'paid_more_than_told_share'),
  measure('told_and_paid', 'amount', 'yen', 'told_gap'),
  measure('told_and_paid', 'share', 'share', 'pay_as_told_share', { source: SURVEY }),
  measure('told_and_paid', 'share', 'share', 'deductions_share'),
  measure('told_and_paid', 'amount', 'yen', 'deductions_monthly'),
  measure('grievances', 'share', 'share', 'critical_share'),
  measure('grievances', 'share', 'share', 'anonymous_share', { source: UNGP }),
  measure('outcomes', 'share', 'share', 'closed_share'),
  measure('outcomes', 'share', 'share', 'remedy_rate', { source: UNGP }),
  measure('outcomes', 'amount', 'yen', 'claimed_amount'),
  measure('outcomes', 'amount', 'yen', 'repaid_amount'),
  measure('outcomes', 'ratio', 'share', 'repaid_over_claimed', { source: UNGP }),
  ...KPIS.flatMap(desk),
]

const BY_CODE: ReadonlyMap<string, Measure> = new Map(MEASURES.map((one) => [one.code, one]))

/** The measure of a code; null for a text that is none. */
export function measureOf(code: string): Measure | null {
  return BY_CODE.get(code) ?? null
}

/** Whether every measure of a question exists and may be broken down and narrowed the way the question wants. */
export function isAnswerable({ measures, rows, columns, filters }: StatisticQuery): boolean {
  const wanted = [rows, columns, ...filters.map(({ dimension }) => dimension)].filter((code) => code !== null)
  return (
    measures.length > 0 &&
    (rows === null || rows !== columns) &&
    wanted.every((code) => dimensionOf(code) !== null) &&
    measures.every((code) => {
      const found = measureOf(code)
      return found !== null && wanted.every((dimension) => found.dimensions.includes(dimension))
    })
  )
}
