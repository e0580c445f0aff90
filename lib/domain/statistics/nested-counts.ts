import { SMALLEST_CELL, type ShownCount } from './suppress'

/** Counts of one country from the outside in: who reported, who of them answered, who of them said yes, whose amount is known. */
export type NestedCounts = readonly number[]

/**
 * Holds back, in a table of nested counts whose last row is the total of the others, every count of fewer than `threshold`
 * people, every count that leaves fewer of the one around it ("98 of 100" tells of two), and as many more of its column as it
 * takes that the total does not tell them. What is held back is the inner count, so that tables with the same outer counts agree.
 */
export function showNested(rows: readonly NestedCounts[], threshold = SMALLEST_CELL): ShownCount[][] {
  const shown = rows.map((row): ShownCount[] => [...row])
  const levels = rows[0]?.length ?? 0
  for (let changes = -1; changes !== 0;) {
    changes = 0
    for (const row of shown) changes += hideWithin(row, threshold)
    for (let level = 0; level < levels; level++) changes += hideAcross(shown, rows, level, threshold)
  }
  return shown
}

function isFew(people: number, threshold: number): boolean {
  return people > 0 && people < threshold
}

// One country: from the outside in, against the next count that is shown.
function hideWithin(row: ShownCount[], threshold: number): number {
  let around: number | null = null
  let changes = 0
  row.forEach((count, level) => {
    if (count === 's') return
    const tellsFew = around !== null && isFew(around - count, threshold)
    if (isFew(count, threshold) || tellsFew || row[0] === 's') {
      row[level] = 's'
      changes += 1
    } else around = count
  })
  return changes
}

// One count of all countries: the total less what is shown tells what the held-back ones have together.
function hideAcross(shown: ShownCount[][], rows: readonly NestedCounts[], level: number, threshold: number): number {
  const countries = shown.slice(0, -1)
  const total = shown.at(-1)
  const hidden = countries.flatMap((row, index) => (row[level] === 's' ? [index] : []))
  if (hidden.length === 0 || total === undefined || total[level] === 's') return 0
  const sum = (at: number) => hidden.reduce((people, index) => people + (rows[index]?.[at] ?? 0), 0)
  const together = sum(level)
  const left = level === 0 ? 0 : sum(level - 1) - together
  if (hidden.length > 1 && !isFew(together, threshold) && together > 0 && !isFew(left, threshold)) return 0
  const [next] = countries
    .flatMap((row) => (typeof row[level] === 'number' && row[level] > 0 ? [row] : []))
    .toSorted((a, b) => Number(a[level]) - Number(b[level]))
  ;(next ?? total)[level] = 's'
  return 1
}
