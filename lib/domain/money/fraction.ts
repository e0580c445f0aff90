import { decimalFrom, divideHalfUp } from './ratio'

/** A number of zero or more held exactly, `top / bottom`; `bottom` is above zero. Sums are rounded once, when all is added. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

export const ZERO: Fraction = { top: 0n, bottom: 1n }

/** A whole number. */
export function whole(top: bigint): Fraction {
  return { top, bottom: 1n }
}

/** A plain decimal such as `1.5`. Throws a TypeError for any other text. */
export function fractionFrom(decimal: string): Fraction {
  const { units, scale } = decimalFrom(decimal)
  return { top: units, bottom: 10n ** BigInt(scale) }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom }
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom }
}

/** Throws a RangeError where `b` is zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.top === 0n) throw new RangeError('division by zero')
  return { top: a.top * b.bottom, bottom: a.bottom * b.top }
}

/** Whether a is more than b. */
export function isMore(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom > b.top * a.bottom
}

/** The nearest whole number, halves away from zero. */
export function rounded({ top, bottom }: Fraction): bigint {
  return divideHalfUp(top, bottom)
}
