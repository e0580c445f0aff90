/** What the times of two kinds of answers say of each other. */
export type RankTest = {
  readonly count: number
  /** Of the first kind's median to the second's. */
  readonly ratio: number
  /** How often one of the first kind took longer than one of the second: 0.5 when the time of a try tells nothing. */
  readonly longer: number
  /** How likely a difference like this is by chance (Mann-Whitney, two-sided, normal approximation with ties). */
  readonly p: number
}

/** The rank test of Mann and Whitney: it asks nothing of how times are spread. */
export function rankTest(one: readonly number[], other: readonly number[]): RankTest {
  const all = [...one.map((time) => ({ time, isOne: true })), ...other.map((time) => ({ time, isOne: false }))]
  all.sort((a, b) => a.time - b.time)
  let ranks = 0
  let ties = 0
  for (let from = 0; from < all.length;) {
    let to = from
    while (to < all.length && all[to]?.time === all[from]?.time) to += 1
    const rank = (from + 1 + to) / 2
    ranks += rank * all.slice(from, to).filter(({ isOne }) => isOne).length
    ties += (to - from) ** 3 - (to - from)
    from = to
  }
  const [n, m, whole] = [one.length, other.length, all.length]
  const u = ranks - (n * (n + 1)) / 2
  const spread = Math.sqrt(((n * m) / 12) * (whole + 1 - ties / (whole * (whole - 1))))
  const z = spread === 0 ? 0 : (Math.abs(u - (n * m) / 2) - 0.5) / spread
  return {
    count: n,
    ratio: medianOf(one) / medianOf(other),
    longer: u / (n * m),
    p: Math.min(1, 2 * upperTail(Math.max(0, z))),
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}

/** The share of a normal distribution beyond `z` (Abramowitz and Stegun 26.2.17; wrong by less than 10⁻⁷). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = series.reduce((total, factor, power) => total + factor * t ** (power + 1), 0)
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
