import type { CaseFileEvidence } from '@/lib/domain/case-file'
import { FILE_FORMATS } from '@/lib/domain/files/formats'
import { formatDecimal, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, partialDate } from './words'

/** What it is, how large, how long, from when, for what, and who added it when. */
export function fileFacts(t: Translator, one: CaseFileEvidence): readonly string[] {
  const { family, extension } = FILE_FORMATS[one.format]
  const facts = [
    `${codeWord(t, 'file_family', family)} (${extension.toUpperCase()})`,
    sizeWords(t, one.sizeBytes),
    one.durationSeconds === null ? null : clock(one.durationSeconds),
    one.takenOn === null ? null : t('cases.files_taken_on', { date: partialDate(t, one.takenOn) ?? one.takenOn }),
    one.feeLineId === null ? null : t('cases.files_for_payment'),
    one.addedBy === null
      ? t('cases.files_added_by_worker')
      : t('cases.files_added_by', { name: one.addedBy.displayName }),
    formatInstant(one.addedAt, t.locale),
  ]
  return facts.filter((fact) => fact !== null)
}

/** What was taken out of it before it was kept. */
export function removedWords(t: Translator, one: CaseFileEvidence): string {
  const words = one.removed.map((code) => codeWord(t, 'file_removed', code))
  return new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(words)
}

function sizeWords(t: Translator, bytes: number): string {
  const isSmall = bytes < 1024 * 1024
  const size = bytes / (isSmall ? 1024 : 1024 * 1024)
  return `${formatDecimal(size.toFixed(isSmall ? 0 : 1), t.locale)} ${isSmall ? 'KB' : 'MB'}`
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
