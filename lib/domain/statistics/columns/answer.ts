import type { StatisticQuery } from '../query'
import type { RawTable } from '../raw-table'
import type { DimensionCode } from '../registry/dimensions'
import { measureOf } from '../registry/measure-list'
import type { Measure } from '../registry/measures'
import { axisOf, type Axis } from './axis'
import { gridOf } from './cells'
import { countSpread, countWalk, type Counted } from './count-walk'
import { countPayers, countVerdicts, walkPaidAmounts } from './payment-measures'
import { presentLines } from './present'
import { rawCells } from './raw-cells'
import { REPORT_MEASURES } from './report-measures'
import { selectionOf, type Selection } from './selection'
import type { ColumnStore } from './store'
import type { Breathe } from './walk'
import { walkAmounts } from './walk-amounts'
import { walkReports } from './walk-reports'

type Axes = readonly [Axis | null, Axis | null]

/** What is asked; `office` is the code of the only office whose reports are counted, or null for all. */
export type Asked = { readonly query: StatisticQuery; readonly office: string | null; readonly asOf: Date }

/**
 * Answers one measure of a question. The store must not be written meanwhile.
 *
 * @throws TypeError for a measure that is none, or that is not counted from reports
 */
export async function answer(
  store: ColumnStore,
  code: string,
  { query, office, asOf }: Asked,
  breathe: Breathe,
): Promise<RawTable> {
  const measure = measureOf(code)
  if (!measure || measure.form === 'desk') throw new TypeError(`not counted from reports: ${code}`)
  const { version } = store
  const axes = [axisFor(store, query, query.rows), axisFor(store, query, query.columns)] as const
  const counted = await count(store, measure, selectionOf(store, query, office), axes, breathe)
  return { query, measure: code, version, asOf, ...(await rawCells(measure, axes, counted, breathe)) }
}

async function count(
  store: ColumnStore,
  { code, form }: Measure,
  selection: Selection,
  axes: Axes,
  breathe: Breathe,
): Promise<Counted> {
  const grid = gridOf(...axes)
  switch (code) {
    case 'paid_amount':
      return countSpread(grid, walkPaidAmounts(store, selection, axes), false, breathe)
    case 'payer_share':
      return only(await countPayers(store, selection, axes, breathe))
    case 'over_cap_payments':
      return only(await countVerdicts(store, selection, axes, 'over', breathe))
    case 'prohibited_payments':
      return only(await countVerdicts(store, selection, axes, 'prohibited', breathe))
    default: {
      const found = REPORT_MEASURES[code]
      if (!found) throw new TypeError(`nothing says what ${code} counts`)
      return form === 'amount'
        ? countSpread(grid, walkAmounts(store, selection, found, ...axes), found.isSigned, breathe)
        : countWalk(grid, walkReports(store, selection, found, ...axes), breathe)
    }
  }
}

function only(cells: Counted['cells']): Counted {
  return { cells, spreads: null, whole: new Set() }
}

/** The lines of a dimension that somebody stands in, without those the question filters away. */
function axisFor(store: ColumnStore, { filters }: StatisticQuery, dimension: DimensionCode | null): Axis | null {
  if (dimension === null) return null
  const only = filters.find((filter) => filter.dimension === dimension)?.values ?? null
  return presentLines(axisOf(store, dimension, only), store.blocks)
}
