import { createHash } from 'node:crypto'
import { keptBy } from '@/components/offline/kept-pages'
import { toLocale } from '@/lib/i18n/locales'
import { phoneFiles } from '@/lib/platform/phone-files'

/** GET /{locale}/offline.js: the service worker of one language. Its scope are the pages of that language. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/offline.js'>): Promise<Response> {
  const locale = toLocale((await params).locale)
  const { worker, main, 'offline-app': app } = phoneFiles()
  if (worker?.text === undefined) return new Response(null, { status: 404 })
  const files = [...new Set([...(app?.files ?? []), ...(main?.files ?? [])])]
  const version = createHash('sha256').update(files.join()).update(worker.text).digest('hex').slice(0, 16)
  const keep = { locale, version, files, ...keptBy(locale) }
  return new Response(`const KEEP=${JSON.stringify(keep)};\n${worker.text}`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Service-Worker-Allowed': `/${locale}` },
  })
}
