import { formatDecimal } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

const STEP = 1000
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** A size as operators say it: 812 kB, 4.2 GB. */
export function bytesText(bytes: number, locale: Locale): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(STEP)))
  const value = bytes / STEP ** power
  return `${formatDecimal(value.toFixed(value < 10 && power > 1 ? 1 : 0), locale)} ${UNITS[power] ?? ''}`
}
