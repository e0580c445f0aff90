import { FILE_BYTES_MAXIMUM, FILES_MAXIMUM } from '@/lib/domain/files/limits'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import { FILE_FAILURES, type FileFailure, type RemovedCode } from '@/lib/domain/files/refusals'
import { formatDecimal } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'

const MEGABYTE = 1024 * 1024

/** The limits as words put them: how many files, and how many MB each. */
export const LIMITS = { files: FILES_MAXIMUM, size: FILE_BYTES_MAXIMUM / MEGABYTE } as const

/** Why a file is not there, or `missing` when none was chosen. */
export type FileSaid = FileFailure | 'missing'

/** Whether a text of an address is one of the things we say about a file. */
export function isFileSaid(text: unknown): text is FileSaid {
  return text === 'missing' || (FILE_FAILURES as readonly unknown[]).includes(text)
}

export function fileSaidText(t: Translator, said: FileSaid): string {
  return t(`files.say_${said}`, LIMITS)
}

export function purposeText(t: Translator, purpose: FilePurpose): string {
  return t(`files.purpose_${purpose}`)
}

export function removedText(t: Translator, code: RemovedCode): string {
  return t(`files.removed_${code}`)
}

/** 2.1 MB, 340 kB; of small files at least 1 kB. */
export function sizeText(t: Translator, bytes: number): string {
  if (bytes >= MEGABYTE) return t('files.size_mb', { size: oneDecimal(bytes / MEGABYTE, t.locale) })
  return t('files.size_kb', { size: oneDecimal(Math.max(1, Math.round(bytes / 1024)), t.locale) })
}

/** Minutes and seconds: 0:48. */
export function lengthText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`
}

function oneDecimal(value: number, locale: Locale): string {
  return formatDecimal(String(Math.round(value * 10) / 10), locale)
}
