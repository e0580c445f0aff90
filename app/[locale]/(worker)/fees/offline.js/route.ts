import { offlineWorker } from '@/components/fees/offline-worker'
import { toLocale } from '@/lib/i18n/locales'

/** The worker that keeps the checker of this language on the phone; its scope is the checker and nothing else. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/fees/offline.js'>): Promise<Response> {
  const locale = toLocale((await params).locale)
  const base = `/${locale}/fees`
  return new Response(offlineWorker(base, locale), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Service-Worker-Allowed': base },
  })
}
