import type { Measure, MeasureUnit } from '../registry/measures'
import type { Figure } from './tidy-columns'

const COUNTS: readonly Figure[] = ['reporters', 'base', 'missing', 'hits']

/** What a figure of a measure is counted in. The sum of a ratio is its numerator, in yen. */
export function unitOf({ form, unit, of }: Measure, figure: Figure): MeasureUnit {
  if (figure === 'reporters') return 'reports'
  if (COUNTS.includes(figure)) return of === 'payment' ? 'payments' : 'reports'
  if (figure === 'sum') return form === 'ratio' ? 'yen' : unit
  return unit
}
