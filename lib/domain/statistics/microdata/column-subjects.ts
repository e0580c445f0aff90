import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { attributeAsked, attributeOf } from '@/lib/domain/statistics/disclosure/witness/attributes'
import type { MicrodataColumn } from './columns'

type Subject = { readonly dimension: DimensionCode } | { readonly measure: string }

const by = (dimension: DimensionCode): Subject => ({ dimension })
const measured = (measure: string): Subject => ({ measure })

/** What tables call that which a column tells. */
const SUBJECTS: Readonly<Record<MicrodataColumn, Subject>> = {
  origin: by('origin'),
  sex: by('sex'),
  age_band: by('age_band'),
  scheme: by('scheme'),
  sector: by('sector'),
  language: by('language'),
  received: by('received_month'),
  office: by('office'),
  grievances: by('grievance'),
  severity: by('severity'),
  paid: measured('paid_share'),
  fee_verdict: by('fee_verdict'),
  in_debt: measured('in_debt_share'),
  outcome: by('closing_code'),
  paid_total: measured('paid_total'),
  paid_sending: measured('paid_sending'),
  paid_broker: measured('paid_broker'),
  above_cap: measured('above_cap_amount'),
  recruitment_cost: measured('recruitment_cost'),
  debt: measured('debt_amount'),
  claimed: measured('claimed_amount'),
  repaid: measured('repaid_amount'),
}

/** The attribute of a report that a column tells of. */
export function attributeOfColumn(column: MicrodataColumn): number {
  const subject = SUBJECTS[column]
  const found = 'dimension' in subject ? attributeOf(subject.dimension) : attributeAsked(subject.measure)
  if (found === null) throw new TypeError(`no attribute of ${column}`)
  return found
}

/** Questions that tell reports apart as these columns do. */
export function questionsOfColumns(
  columns: readonly MicrodataColumn[],
): { readonly query: StatisticQuery; readonly measure: string }[] {
  const all: readonly MicrodataColumn[] = ['received', ...columns]
  return all.map((column) => {
    const subject = SUBJECTS[column]
    return 'dimension' in subject
      ? { query: { ...DEFAULT_QUERY, rows: subject.dimension }, measure: 'reports' }
      : { query: DEFAULT_QUERY, measure: subject.measure }
  })
}
