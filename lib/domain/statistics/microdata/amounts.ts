/** An amount to two significant digits as one small number that sorts like it; `NO_AMOUNT` where none is told. */
export type AmountCode = number
export const NO_AMOUNT: AmountCode = 0xff_ff
const CODES = 0x1_00_00
const MANTISSAS = 100

/** Of so large a share nobody has more than the top code. */
export const TOP_SHARE = 0.99

/** The code of a sum of yen, rounded to two significant digits. Below nothing is nothing. */
export function amountCode(yen: number | null): AmountCode {
  if (yen === null) return NO_AMOUNT
  let [mantissa, exponent] = [Math.max(Math.round(yen), 0), 0]
  while (mantissa >= MANTISSAS - 0.5) {
    mantissa /= 10
    exponent += 1
  }
  mantissa = Math.round(mantissa)
  return exponent * MANTISSAS + mantissa
}

/** The yen of a code. */
export function amountOf(code: AmountCode): number {
  return (code % MANTISSAS) * 10 ** Math.floor(code / MANTISSAS)
}

/**
 * The largest amount told: of all above it, it is told instead. The 99th percentile, or less where fewer than k records reach it: k records
 * at least carry it. Null when fewer than k records have an amount; the column is then empty.
 */
export function topCode(codes: Uint16Array, k: number): AmountCode | null {
  const counts = new Uint32Array(CODES)
  for (const code of codes) counts[code] = (counts[code] as number) + 1
  const told = codes.length - (counts[NO_AMOUNT] as number)
  if (told < k) return null
  const above = Math.max(k, Math.ceil(told * (1 - TOP_SHARE)))
  let reached = 0
  for (let code = NO_AMOUNT - 1; code >= 0; code--) {
    reached += counts[code] as number
    if (reached >= above) return code
  }
  return null
}
