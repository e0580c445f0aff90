// SHA-256 (FIPS 180-4) of texts of one block, for the many small hashes of lib/phone/work.ts: the browser's own answers each by a
// promise, which takes many times as long as the hash.

const ROUNDS = 64
const constants = new Int32Array(ROUNDS)
const start = new Int32Array(8)
const words = new Int32Array(ROUNDS)

/** The first 32 bits of the fractional parts of the roots of the first primes. */
function fillConstants(): void {
  const fraction = (value: number) => ((value - Math.floor(value)) * 2 ** 32) | 0
  for (let candidate = 2, found = 0; found < ROUNDS; candidate += 1) {
    let isPrime = true
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) isPrime = false
    if (!isPrime) continue
    if (found < start.length) start[found] = fraction(Math.sqrt(candidate))
    constants[found] = fraction(Math.cbrt(candidate))
    found += 1
  }
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** The first 32 bits of the hash of a text of at most 55 ASCII letters. */
export function firstWord(text: string): number {
  if (start[0] === 0) fillConstants()
  words.fill(0, 0, 16)
  for (let at = 0; at <= text.length; at += 1) {
    const byte = at === text.length ? 0x80 : text.charCodeAt(at)
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - 8 * (at & 3)))
  }
  words[15] = text.length * 8
  for (let at = 16; at < ROUNDS; at += 1) {
    const early = words[at - 15] ?? 0
    const late = words[at - 2] ?? 0
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[at] = (words[at - 16] ?? 0) + s0 + (words[at - 7] ?? 0) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = start
  for (let at = 0; at < ROUNDS; at += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + (words[at] ?? 0)) | 0
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  return (a + (start[0] ?? 0)) >>> 0
}

/** Whether the hash of a text begins with so many zero bits. */
export function beginsWithZeros(text: string, bits: number): boolean {
  return firstWord(text) >>> (32 - bits) === 0
}
