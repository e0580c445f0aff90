/**
 * A count as a multiple of `base`, up or down by lot so that on average it is right. The lot is drawn from the question and the
 * cell, so that asking again draws the same; totals are rounded for themselves and need not add up.
 */
export function roundByLot(count: number, base: number, key: string): number {
  const rest = count % base
  if (base === 1 || rest === 0) return count
  return count - rest + (lot(key) * base < rest ? base : 0)
}

// A number from 0 to 1 for a text (FNV-1a, then the mixing steps of MurmurHash3): even, and nothing that needs a secret.
function lot(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) {
    hash ^= letter.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  hash ^= hash >>> 16
  return (hash >>> 0) / 2 ** 32
}
