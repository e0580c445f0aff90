import { ownFileHtml } from '@/components/track/own-file'
import { ownFileData } from '@/components/track/own-file-data'
import { findWorkerGrant } from '@/lib/access/door'
import { attachment } from '@/lib/http/attachment'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readOwnFile } from '@/lib/usecases/read-own-file'

/**
 * GET /{locale}/track/case/download: everything of the case as one file to read, with `?format=json` as one for programs; without a
 * session back to the page that asks for the code.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/track/case/download'>,
): Promise<Response> {
  const t = translatorFor(toLocale((await params).locale))
  const grant = await findWorkerGrant('own_case.read')
  const file = grant && (await readOwnFile(grant))
  if (!file) return new Response(null, { status: 303, headers: { Location: `/${t.locale}/track?ended=1` } })
  const { reading, facts, statements, files, verdict } = file
  const { own, moves, messages, consents } = reading
  const judged = verdict && { payments: facts.feeLines, stored: verdict }
  const parts = { own, moves, messages, consents, events: reading, facts, statements, files, judged }
  if (new URL(request.url).searchParams.get('format') === 'json') {
    const { feeLines, loans, wages, parties } = facts
    return new Response(ownFileData({ ...parts, reading, payments: feeLines, loans, wages, parties, verdict }, now()), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': attachment('passage', 'json'),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    })
  }
  const html = ownFileHtml(t, parts, now())
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      // The name says nothing of what it is about, and the browser keeps it instead of showing it as a page of ours.
      'Content-Disposition': attachment('passage', 'html'),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cache-Control': 'no-store',
    },
  })
}
