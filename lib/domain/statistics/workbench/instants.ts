import { UNKNOWN, type DimensionValue } from '../registry/dimensions'

const MOST = 600

/** The instants from the first to the last without holes: a month nobody reported in is a month, too. Without `unknown`. */
export function instantsBetween(values: readonly DimensionValue[]): readonly DimensionValue[] {
  const known = values.filter((value) => value !== UNKNOWN).toSorted()
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const instants: string[] = [first]
  for (let next = after(first); next <= last && instants.length < MOST; next = after(next)) instants.push(next)
  return instants
}

/** The instant after a month `2025-03`, a quarter `2025-Q1` or a year. */
function after(instant: string): string {
  const [year = '', part] = instant.split('-')
  const nextYear = String(Number(year) + 1)
  if (part === undefined) return nextYear
  if (part.startsWith('Q')) return part === 'Q4' ? `${nextYear}-Q1` : `${year}-Q${Number(part.slice(1)) + 1}`
  return part === '12' ? `${nextYear}-01` : `${year}-${String(Number(part) + 1).padStart(2, '0')}`
}
