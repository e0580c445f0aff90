import { FILE_BYTES_MAXIMUM } from '@/lib/domain/files/limits'
import type { NextRequest } from 'next/server'
import { translatorFor } from '@/lib/i18n/translate'
import { toLocale } from '@/lib/i18n/locales'

/** As in next.config.js (bodySizeLimit): what is longer Next refuses with a bare page and a stack in the log. */
const POST_BYTES_MAXIMUM = 2 * 1024 * 1024
/** A form with a file may be as long as a file, and the rest of the form; as in next.config.js (proxyClientMaxBodySize). */
const FILE_POST_BYTES_MAXIMUM = FILE_BYTES_MAXIMUM + 512 * 1024
const FILE_FORM = /^\/[\w-]+\/(?:files|cases\/import\/file)$/

/** The answer to a form that is longer than we take, in words; null for any other request. */
export function tooLongAnswer(request: NextRequest): Response | null {
  const length = Number(request.headers.get('content-length') ?? 0)
  const { pathname } = request.nextUrl
  const maximum = FILE_FORM.test(pathname) ? FILE_POST_BYTES_MAXIMUM : POST_BYTES_MAXIMUM
  if (request.method !== 'POST' || pathname.startsWith('/api/') || !(length > maximum)) return null
  const t = translatorFor(toLocale(pathname.split('/')[1] ?? ''))
  const page = [
    `<!doctype html><html lang="${t.locale}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Passage</title><h1>${t('errors.failed_heading')}</h1><p>${t('errors.too_long_page')}</p></html>`,
  ].join('')
  return new Response(page, { status: 413, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
