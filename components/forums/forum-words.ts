import { bodyWord } from '@/components/case/words'
import {
  COURT_CODES,
  type ClaimKind,
  type CourtCode,
  type ForumRule,
  type Period,
  type WantedEvidence,
} from '@/lib/domain/forums/legal-rule'
import type { Translator } from '@/lib/i18n/translate'

/** The name of a body or court. */
export function forumName(t: Translator, body: string): string {
  return isCourt(body) ? t(`forums.court_${body}`) : bodyWord(t, body)
}

function isCourt(body: string): body is CourtCode {
  return (COURT_CODES as readonly string[]).includes(body)
}

/** "2 to 4 months", "about 3 months", "not known". */
export function durationWords(t: Translator, { monthsFrom, monthsTo }: ForumRule): string {
  if (monthsFrom === null || monthsTo === null) return t('forums.duration_unknown')
  return monthsFrom === monthsTo
    ? t('forums.duration_about', { count: monthsTo })
    : t('forums.duration', { from: monthsFrom, to: monthsTo })
}

/** "3 years". */
export function periodWords(t: Translator, { count, unit }: Period): string {
  return t(`forums.period_${unit}`, { count })
}

/** Claims as a list in the reader's language: "fees, wages". */
export function claimList(t: Translator, claims: readonly ClaimKind[]): string {
  return listOf(
    t,
    claims.map((code) => t(`forums.claim_${code}`)),
  )
}

/** Evidence as a list in the reader's language. */
export function evidenceList(t: Translator, kinds: readonly WantedEvidence[]): string {
  return listOf(
    t,
    kinds.map((code) => t(`forums.evidence_${code}`)),
  )
}

function listOf(t: Translator, words: readonly string[]): string {
  return new Intl.ListFormat(t.locale, { type: 'unit', style: 'short' }).format(words)
}
