// Sums of numbers drawn at random: what adds up to nothing almost surely is nothing.

/** Numbers below this, added modulo it, stay exact. */
const MODULUS = 2 ** 51

/** The sum of two marks. */
export function plus(one: number, other: number): number {
  const sum = one + other
  return sum >= MODULUS ? sum - MODULUS : sum
}

/** What takes a mark away. */
export function minus(mark: number): number {
  return mark === 0 ? 0 : MODULUS - mark
}

/** A mark of a number of a kind. */
export function markOfNumber(kind: number, number: number): number {
  return (mixed(kind, number, 1) >>> 13) * 2 ** 32 + mixed(number, kind, 2)
}

/** Three numbers as one of 32 bits (the last step of MurmurHash3). */
export function mixed(one: number, other: number, third: number): number {
  let mix = Math.imul(one ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(other ^ (third << 16) ^ third, 0xc2b2_ae35)
  mix = Math.imul(mix ^ (mix >>> 16), 0x85eb_ca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2_ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}
