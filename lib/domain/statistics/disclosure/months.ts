/** Months as runs, sorted, apart from one another: first and last month, each twelve times its year and its number. */
export type Months = readonly (readonly [first: number, last: number])[]

/** Every month. */
export const EVERY_MONTH: Months = [[-Infinity, Infinity]]

/** The months from one to another, `YYYY-MM`, both included; null is open. */
export function monthsBetween(from: string | null, to: string | null): Months {
  const [first, last] = [from === null ? -Infinity : monthOf(from), to === null ? Infinity : monthOf(to)]
  return first <= last ? [[first, last]] : []
}

/** The months of values: years `2025`, quarters `2025-Q1`, months `2025-03`. What is none of these has none. */
export function monthsOf(values: Iterable<string>): Months {
  const runs = [...values].flatMap((value) => {
    const run = runOf(value)
    return run === null ? [] : [run]
  })
  const joined: [number, number][] = []
  for (const [first, last] of runs.toSorted(([a], [b]) => a - b)) {
    const former = joined.at(-1)
    if (former !== undefined && first <= former[1] + 1) former[1] = Math.max(former[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** Months that are in both. */
export function commonMonths(one: Months, other: Months): Months {
  if (isEveryMonth(one)) return other
  if (isEveryMonth(other)) return one
  return one.flatMap(([first, last]) =>
    other.flatMap(([begin, end]): (readonly [number, number])[] => {
      const run = [Math.max(first, begin), Math.min(last, end)] as const
      return run[0] <= run[1] ? [run] : []
    }),
  )
}

/** Whether no month is in both. */
export function areMonthsApart(one: Months, other: Months): boolean {
  for (const [first, last] of one) {
    for (const [begin, end] of other) if (first <= end && begin <= last) return false
  }
  return true
}

/** Months of the first that are not in the second. */
export function monthsWithout(one: Months, other: Months): Months {
  let [rest, from]: [(readonly [number, number])[], number] = [[], -Infinity]
  for (const [first, last] of [...other, [Infinity, Infinity] as const]) {
    if (from < first) rest = [...rest, [from, first === Infinity ? Infinity : first - 1]]
    from = last + 1
  }
  return commonMonths(one, rest)
}

/** Whether every month of the second is one of the first. */
export function coversMonths(whole: Months, part: Months): boolean {
  return part.every(([first, last]) => whole.some(([begin, end]) => begin <= first && last <= end))
}

/** Whether all months are in. */
export function isEveryMonth(months: Months): boolean {
  return months[0]?.[0] === -Infinity && months[0][1] === Infinity
}

function runOf(value: string): readonly [number, number] | null {
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(value)
  if (quarter) {
    const first = 12 * Number(quarter[1]) + 3 * (Number(quarter[2]) - 1)
    return [first, first + 2]
  }
  if (/^\d{4}-\d{2}$/u.test(value)) return [monthOf(value), monthOf(value)]
  return /^\d{4}$/u.test(value) ? [12 * Number(value), 12 * Number(value) + 11] : null
}

function monthOf(text: string): number {
  const [year = 0, month = 1] = text.split('-').map(Number)
  return 12 * year + month - 1
}
