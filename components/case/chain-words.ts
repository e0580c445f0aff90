import { verdictLook } from '@/components/fees/verdict-words'
import type { Chain, ChainStation } from '@/lib/domain/case-chain'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money } from './words'

/** A party by its name as given, else by what it is. */
export function nameSaid(t: Translator, station: ChainStation): string {
  if (station.name !== null) return station.name
  return station.lenderKind === null
    ? codeWord(t, 'party_role', station.role)
    : codeWord(t, 'lender_kind', station.lenderKind)
}

/** What was paid to a party, or lent by it. */
export function amountSaid(t: Translator, { paidJpy, isLender, lentJpy }: ChainStation): string {
  if (paidJpy !== null) return money(t, paidJpy, 'JPY') ?? ''
  if (!isLender) return t('cases.chain_nothing')
  return lentJpy === null
    ? t('cases.chain_lent_unsaid')
    : t('cases.chain_lent', { amount: money(t, lentJpy, 'JPY') ?? '' })
}

/** The gravest verdict in words; null where nothing was judged. */
export function verdictSaid(t: Translator, { verdict }: ChainStation): string | null {
  return verdict === null ? null : t(verdictLook(verdict).word)
}

/** What the rules allow to ask back from a party; null when that is nothing. */
export function claimSaid(t: Translator, { claimJpy }: ChainStation): string | null {
  return claimJpy === 0n ? null : t('cases.chain_claim_of', { amount: money(t, claimJpy, 'JPY') ?? '' })
}

/** How broad the arrow of a party's money is: 2 to 12 units, by its part of the largest. */
export function weightOf(station: ChainStation, { way, beside }: Chain): number {
  const amountOf = ({ paidJpy, lentJpy }: ChainStation) => Number(paidJpy ?? lentJpy ?? 0n)
  const largest = Math.max(1, ...[...way, ...beside].map(amountOf))
  return 2 + Math.round((10 * amountOf(station)) / largest)
}

/** Letters of Han, kana and Hangul take the room of two. */
const WIDE = /[\u1100-\u115F\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/u

/** A text in so many lines of so much room; what does not fit ends with an ellipsis. */
export function linesOf(text: string, room: number, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const widthOf = (piece: string) => [...piece].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1.8 : 1), 0)
  for (const piece of text.match(/[^\s\u3040-\u9FFF]+\s*|[\u3040-\u9FFF]/gu) ?? []) {
    const width = widthOf(piece.trimEnd())
    if (line !== '' && used + width > room) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += piece
    used += widthOf(piece)
  }
  if (line !== '') lines.push(line.trimEnd())
  const shown = lines
    .slice(0, most)
    .map((one) => (widthOf(one) > room ? `${[...one].slice(0, room - 1).join('')}…` : one))
  const last = shown.at(-1)
  return lines.length <= most || last === undefined ? shown : [...shown.slice(0, -1), `${last.replace(/…$/u, '')}…`]
}
