import type { Decimal } from './ratio'

/** How one run of digits and separators may be read, likeliest first; empty when in no way. */
export type Readings = readonly Decimal[]

/** Western groups of three, South Asian lakh groups (1,60,000) and East Asian groups of four. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$|^\d{1,4}(?:,\d{4})+$/u

/**
 * Reads a run such as `1.000.000`, `1,60,000.50`, `1 000 000` or `1.5`.
 *
 * A single separator before three digits is the trap: `1.500` is fifteen hundred to a Vietnamese
 * and one and a half to an accountant. Both are offered when a number word follows (`1.500 triệu`)
 * or when a dot stands before an amount that may have coins; otherwise three digits are a group.
 */
export function readingsOf(
  run: string,
  context: { readonly hasWord: boolean; readonly hasSubunit: boolean },
): Readings {
  if (/^\d+$/u.test(run)) return [whole(run)]
  const plain = run.replace(/[ '_]/gu, ',')
  const kinds = new Set(plain.replace(/\d/gu, ''))
  if (kinds.size === 2) return mixed(plain)
  const separators = plain.replace(/\d/gu, '').length
  const grouped = plain.replaceAll('.', ',')
  if (separators > 1) return GROUPED.test(grouped) ? [whole(grouped)] : []
  if (/[ '_]/u.test(run)) return GROUPED.test(grouped) ? [whole(grouped)] : []
  return single(plain, context)
}

function single(run: string, context: { readonly hasWord: boolean; readonly hasSubunit: boolean }): Readings {
  const [head = '', tail = ''] = run.split(/[.,]/u)
  const asDecimal = { units: BigInt(head + tail), scale: tail.length }
  if (head.startsWith('0') || tail.length < 3) return [asDecimal]
  const asGroups = whole(head + tail)
  if (tail.length > 3) return GROUPED.test(`${head},${tail}`) ? [asGroups, asDecimal] : [asDecimal]
  if (head.length > 3) return [asDecimal]
  const isDotBeforeCoins = run.includes('.') && context.hasSubunit
  return context.hasWord || isDotBeforeCoins ? [asGroups, asDecimal] : [asGroups]
}

// Two kinds of separator: the one that comes last is the decimal mark and may come only once.
function mixed(run: string): Readings {
  const mark = run.lastIndexOf('.') > run.lastIndexOf(',') ? '.' : ','
  const [head = '', tail = '', ...more] = run.split(mark)
  const groups = head.replaceAll('.', ',')
  if (more.length > 0 || !GROUPED.test(groups)) return []
  return [{ units: BigInt(groups.replaceAll(',', '') + tail), scale: tail.length }]
}

function whole(run: string): Decimal {
  return { units: BigInt(run.replace(/\D/gu, '')), scale: 0 }
}
