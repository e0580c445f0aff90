import type { OfflineData } from '@/components/offline/offline-data'
import type { Locale } from '@/lib/i18n/locales'

export type { OfflineData }

/** The file of a language: fresh where there is network, else as it is kept, also for a language whose pages are not open. */
export async function dataFor(locale: Locale): Promise<OfflineData | null> {
  const address = `/${locale}/offline.json`
  const fresh = await fetch(address, { credentials: 'omit' }).catch(() => null)
  const answer = fresh?.ok ? fresh : typeof caches === 'undefined' ? undefined : await caches.match(address)
  return answer === undefined ? null : ((await answer.json()) as OfflineData)
}
