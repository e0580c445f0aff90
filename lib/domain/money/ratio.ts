/** Divides two whole numbers and rounds half away from zero. Throws a RangeError for a zero divisor. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return divideHalfUp(-numerator, -denominator)
  if (numerator < 0n) return -divideHalfUp(-numerator, denominator)
  return (2n * numerator + denominator) / (2n * denominator)
}

/** A decimal number held exactly: `units / 10 ** scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number }

/** Reads a plain decimal such as `114.88902`. Throws a TypeError for any other text. */
export function decimalFrom(text: string): Decimal {
  const parts = /^(\d+)(?:\.(\d+))?$/u.exec(text)
  if (parts === null) throw new TypeError(`not a decimal number: ${text}`)
  const fraction = parts[2] ?? ''
  return { units: BigInt(`${parts[1] ?? ''}${fraction}`), scale: fraction.length }
}
