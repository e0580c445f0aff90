import { areApart, contains, type Descriptor } from './descriptor'
import { isFew } from './rules'

/** A number of reporters that was told, or is to be; `cell` is its place in the table that is to be told. */
export type Said = { readonly who: Descriptor; readonly count: number; readonly cell: number | null }

/** A whole and parts of it that lie apart from one another and leave few. */
export type Cover = { readonly whole: Said; readonly parts: readonly Said[] }

/** How many choices are tried for each whole. Parts are tried by size, so that the first try takes all that go together. */
const MOST_CHOICES = 60

/**
 * A whole whose told parts leave few outside, one of the numbers being new and one old: what a table says by itself its own rules see
 * to. Null: none was found. Exact for up to `MOST_CHOICES` choices of parts for each whole.
 */
export function leavingFew(said: readonly Said[], threshold: number): Cover | null {
  const bySize = said.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  for (const whole of bySize) {
    const parts = bySize.filter(
      (part) => part.count < whole.count && part.who.text !== whole.who.text && contains(whole.who, part.who),
    )
    const isOfBoth = [whole, ...parts].some(isNew) && [whole, ...parts].some((one) => !isNew(one))
    if (parts.length === 0 || !isOfBoth) continue
    const found = search(whole, parts, threshold)
    if (found !== null) return { whole, parts: found }
  }
  return null
}

function search(whole: Said, parts: readonly Said[], threshold: number): readonly Said[] | null {
  let left = MOST_CHOICES
  const chosen: Said[] = []
  const descend = (rest: number, from: number): boolean => {
    if (isFew(rest, threshold) && [whole, ...chosen].some(isNew)) return true
    for (let at = from; at < parts.length; at++) {
      const part = parts[at]
      if (part === undefined || part.count > rest || chosen.some((one) => !areApart(one.who, part.who))) continue
      if (left-- <= 0) return false
      chosen.push(part)
      if (descend(rest - part.count, at + 1)) return true
      chosen.pop()
    }
    return false
  }
  return descend(whole.count, 0) ? chosen : null
}

function isNew({ cell }: Said): boolean {
  return cell !== null
}
