const FIRST = 0.999_999_999_999_809_93
const LANCZOS: readonly number[] = [
  676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_6,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
]

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7, nine terms; about fifteen digits). */
export function logGamma(x: number): number {
  const shifted = x - 1
  const series = LANCZOS.reduce((sum, part, place) => sum + part / (shifted + place + 1), FIRST)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series)
}

const SMALLEST = 1e-300
const PRECISION = 1e-15

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable is at most x. By its continued fraction
 * (Lentz), from the side where that is quick.
 */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(1 - x, b, a)
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  )
  // Longer than this only where a and b are in the millions.
  const most = 500 + 10 * Math.sqrt(Math.max(a, b))
  let c = 1
  let d = away(1 - ((a + b) * x) / (a + 1))
  d = 1 / d
  let fraction = d
  for (let m = 1; m <= most; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    const step = d * c
    fraction *= step
    if (Math.abs(step - 1) < PRECISION) break
  }
  return front * fraction
}

/** The x at which `betaProbability` is `probability`: by bisection, to the last digits a number has. */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0
  if (probability >= 1) return 1
  // Around the mean, as far as the spread of the distribution goes, and then outwards.
  const mean = a / (a + b)
  const spread = Math.sqrt((mean * (1 - mean)) / (a + b + 1))
  let [low, high] = [Math.max(0, mean - 8 * spread), Math.min(1, mean + 8 * spread)]
  if (betaProbability(low, a, b) > probability) low = 0
  if (betaProbability(high, a, b) < probability) high = 1
  for (let step = 0; step < 60 && high - low > 1e-13 * Math.max(high, 1e-6); step++) {
    const middle = (low + high) / 2
    if (betaProbability(middle, a, b) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function away(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value
}
