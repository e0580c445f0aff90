import { DEFAULT_QUERY } from '../query-text'
import type { StatisticQuery } from '../query'
import { MEASURES } from '../registry/measure-list'

/** A question that is one tap away. Words: `statistics.preset_<code>`. `compare`: the published series beside it. */
export type Preset = {
  readonly code: string
  readonly query: StatisticQuery
  readonly compare: string | null
}

function preset(code: string, query: Partial<StatisticQuery>, compare: string | null = null): Preset {
  return { code, query: { ...DEFAULT_QUERY, ...query }, compare }
}

/** The fee table in the shape of the survey, of technical interns, whom it asked. What is shown when nothing is asked. */
export const SURVEY_PRESET = preset(
  'survey',
  {
    measures: [
      'paid_sending_share',
      'paid_sending',
      'paid_broker_share',
      'paid_broker',
      'in_debt_share',
      'debt_amount',
    ],
    rows: 'origin',
    filters: [{ dimension: 'scheme', values: ['titp'] }],
  },
  'isa_otit_2022',
)

/** The questions that are asked most, in the order of the page. */
export const PRESETS: readonly Preset[] = [
  SURVEY_PRESET,
  preset('paid_total', { measures: ['paid_total'], rows: 'origin' }, 'isa_otit_2022'),
  preset(
    'recruitment_cost',
    {
      measures: ['rci_first_month', 'rci_last_month', 'rci_above_1', 'rci_above_3', 'recruitment_cost'],
      rows: 'origin',
    },
    'sdg_1071_vn_2021',
  ),
  preset('verdicts', {
    measures: ['over_cap_reports', 'over_cap_payments', 'prohibited_payments', 'above_cap_amount'],
    rows: 'origin',
  }),
  preset('grievances', { measures: ['reports'], rows: 'grievance', columns: 'severity' }),
  preset('outcomes', {
    measures: ['closed_share', 'remedy_rate', 'claimed_amount', 'repaid_amount', 'repaid_over_claimed'],
    rows: 'origin',
  }),
  preset('intake', { measures: ['reports'], rows: 'received_quarter', columns: 'scheme' }),
  preset('flow', { measures: ['reports'], rows: 'origin', columns: 'scheme' }),
  preset('workforce', { measures: ['reports'], rows: 'origin' }, 'foreign_workers_2025'),
  preset('desk', { measures: MEASURES.filter(({ group }) => group === 'desk').map(({ code }) => code) }),
]

/** The preset a question is, whatever period, filters, threshold and rounding it has; null when it is none. */
export function presetOf(query: StatisticQuery, compare: string | null): Preset | null {
  const shape = ({ measures, rows, columns }: StatisticQuery) => JSON.stringify([measures, rows, columns])
  return PRESETS.find((one) => shape(one.query) === shape(query) && one.compare === compare) ?? null
}
