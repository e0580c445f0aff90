import { KPIS } from '../learning/kpis'
import type { KpiCount } from '../learning/shown-kpis'
import type { RawCell, RawTable } from './raw-table'

/** The only currency of money here: amounts of other ones cannot stand in one column. */
const YEN = 'JPY'

/**
 * A measure of our own work as a table. `base` are the cases it is about; `hits` those of a share. Hours, scores and yen stand in
 * `sum`, which is the figure itself and no sum to be divided. A measure in parts (channels, languages, severities) has a row for each.
 */
export function deskTable(
  code: string,
  counts: readonly KpiCount[],
  about: Pick<RawTable, 'query' | 'version' | 'asOf'>,
): RawTable {
  const kpi = KPIS.find((one) => `desk_${one.code}` === code)
  if (!kpi) throw new TypeError(`no measure of our work: ${code}`)
  const found = counts.filter((count) => count.kpi === kpi.code && (kpi.form !== 'money' || count.part === YEN))
  const isInParts = kpi.parts !== 'none' && kpi.parts !== 'currency'
  const cells = found.map((count) => cellOf(count, isInParts ? count.part : null))
  const rows = cells.flatMap(({ row }) => (row === null ? [] : [row]))
  return { ...about, measure: code, rows, columns: [], cells }
}

function cellOf({ hits, base, amount }: KpiCount, row: string | null): RawCell {
  const [of, having] = [base ?? hits ?? 0, hits ?? 0]
  return {
    row,
    column: null,
    reporters: of,
    missing: 0,
    base: of,
    baseReporters: of,
    hits: having,
    hitReporters: having,
    sum: amount ?? 0,
    over: 0,
    largest: [0, 0],
    overLargest: [0, 0],
    spread: null,
    interval: null,
    meanInterval: null,
  }
}
