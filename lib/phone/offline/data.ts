import type { PackedBasis } from '@/lib/domain/fees/check/check-basis'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { ServerKey } from './box'

/** The one file of a language that a phone keeps: words, rules, rates, and the day they are of; /{locale}/offline.json. */
export type OfflineData = {
  readonly madeOn: string
  readonly words: Readonly<Record<string, string>>
  readonly basis: PackedBasis
  /** What finished reports are sealed to. */
  readonly outbox: ServerKey
}

/** The file of a language: fresh where there is network, else as it is kept, also for a language whose pages are not open. */
export async function dataFor(locale: Locale): Promise<OfflineData | null> {
  const address = `/${locale}/offline.json`
  const fresh = await fetch(address, { credentials: 'omit' }).catch(() => null)
  const answer = fresh?.ok ? fresh : typeof caches === 'undefined' ? undefined : await caches.match(address)
  return answer === undefined ? null : ((await answer.json()) as OfflineData)
}

export function localeOfPage(): Locale {
  const [, first = ''] = location.pathname.split('/')
  return isLocale(first) ? first : 'en'
}
