import type { MeasureForm } from '../registry/measures'
import type { ReleasedCell, Shown } from '../released-table'
import type { Level } from './released-cells'
import { hasSum } from './rules'

/** A cell as it was told, with everything above a level held back. What was counted then stays as it was counted then. */
export function cutDown(cell: ReleasedCell, level: Level, form: MeasureForm): ReleasedCell {
  if (level === 3 || (level === 2 && !hasSum(form))) return cell
  if (level === 2) {
    const { spread } = cell
    return {
      ...cell,
      sum: held(cell.sum),
      value: held(cell.value),
      spread: spread === null ? null : { mean: 's', p10: 's', p25: 's', median: 's', p75: 's', p80: 's', p90: 's' },
      interval: cell.interval === null ? null : 's',
      meanInterval: cell.meanInterval === null ? null : 's',
    }
  }
  return {
    ...cell,
    reporters: level === 0 ? 's' : cell.reporters,
    missing: 's',
    base: 's',
    hits: 's',
    sum: 's',
    value: 's',
    spread: null,
    // What a cell of few would not have must not show by its being null.
    interval: form === 'amount' || cell.interval !== null ? 's' : null,
    meanInterval: form === 'amount' ? 's' : null,
  }
}

function held(value: Shown): Shown {
  return value === null ? null : 's'
}
