import type { LinkKind, RelatedCandidate } from '@/lib/domain/related-cases'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, wordOf } from './words'

/** One reason why two cases may belong together: "same sending organisation". */
export function reasonWord(t: Translator, reason: string): string {
  const [code = '', role] = reason.split(':')
  if (role !== undefined) return t('cases.related_reason_same_party', { role: codeWord(t, 'party_role', role) })
  return wordOf(t, `cases.related_reason_${code}`, code)
}

/** All reasons in one line, the heaviest first. */
export function reasonWords(t: Translator, reasons: readonly string[]): string {
  return new Intl.ListFormat(t.locale, { type: 'unit', style: 'short' }).format(
    reasons.map((reason) => reasonWord(t, reason)),
  )
}

/** How two cases belong together, seen from one of them. */
export function linkWords(
  t: Translator,
  { kind, isFrom }: { readonly kind: LinkKind; readonly isFrom: boolean },
): string {
  if (kind === 'related') return t('cases.related_kind_related')
  return t(isFrom ? 'cases.related_kind_duplicate_of' : 'cases.related_kind_has_duplicate')
}

/** How a candidate is named in a list to choose from: where it stands, since when, and why it is offered. */
export function candidateHelp(t: Translator, one: RelatedCandidate): string {
  return [
    one.isPerhapsDuplicate ? t('cases.related_perhaps_twice') : null,
    reasonWords(t, one.reasons),
    codeWord(t, 'state', one.state),
    formatDayOf(one.receivedAt, t.locale),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
