import { COUNTED_SETS } from '../registry/counted-sets'

/** The people a measure counts as its reporters. A measure of our own work shares its own with no other. */
export function populationOf(measure: string): string {
  return COUNTED_SETS[measure]?.reporters ?? `desk:${measure}`
}
