import { headingAliases } from '@/components/imports/import-words'
import { findGrant } from '@/lib/access/door'
import { IMPORT_BYTES_MAXIMUM } from '@/lib/domain/imports/import-states'
import { isSameOrigin } from '@/lib/http/same-origin'
import { toLocale } from '@/lib/i18n/locales'
import { logFailure } from '@/lib/platform/logger'
import { beginImport } from '@/lib/usecases/imports/begin-import'

/**
 * POST /{locale}/cases/import/file, a form with one `file`: 303 to the page of the import, or back with why not. Not an action: a
 * file is longer than what an action takes.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/cases/import/file'>,
): Promise<Response> {
  const locale = toLocale((await params).locale)
  const base = `/${locale}/cases/import`
  try {
    if (!isSameOrigin(request.headers)) return seeOther(base)
    const grant = await findGrant('case.import')
    if (!grant) return seeOther(`/${locale}/sign-in?next=${encodeURIComponent(base)}`)
    const file = (await request.formData()).get('file')
    if (!(file instanceof File) || file.size === 0) return seeOther(`${base}?problem=missing`)
    if (file.size > IMPORT_BYTES_MAXIMUM) return seeOther(`${base}?problem=too_large`)
    const begun = await beginImport(
      grant,
      { name: file.name.slice(0, 200), bytes: Buffer.from(await file.arrayBuffer()) },
      { aliases: headingAliases(), language: locale },
    )
    if (begun.ok) return seeOther(`${base}/${begun.value}`)
    const { code, line } = begun.error
    return seeOther(`${base}?problem=${code}${line === undefined ? '' : `&line=${line}`}`)
  } catch (error) {
    logFailure(error, { route: 'import file' })
    return seeOther(`${base}?problem=unavailable`)
  }
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}
