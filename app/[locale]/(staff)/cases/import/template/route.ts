import { fieldName } from '@/components/imports/import-words'
import { requireGrant } from '@/lib/access/door'
import { IMPORT_FIELDS } from '@/lib/domain/imports/import-fields'
import { attachment } from '@/lib/http/attachment'
import { BYTE_ORDER_MARK, csvText } from '@/lib/http/csv'
import { LOCALES, toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

/** GET /{locale}/cases/import/template: the headings we know; below them what each is and which codes it may hold. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/cases/import/template'>,
): Promise<Response> {
  const locale = toLocale((await params).locale)
  await requireGrant('case.import', { locale, returnTo: `/${locale}/cases/import` })
  const t = translatorFor(locale)
  const codesOf = (codes: readonly string[] | undefined) =>
    codes === undefined ? t('imports.template_free') : t('imports.template_codes', { codes: codes.join('; ') })
  const text = csvText(
    IMPORT_FIELDS.map(({ key }) => key),
    [
      IMPORT_FIELDS.map((field) => fieldName(t, field)),
      IMPORT_FIELDS.map(({ key, codes }) => codesOf(key === 'language' ? LOCALES : codes)),
    ],
  )
  return new Response(BYTE_ORDER_MARK + text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment('import-template', 'csv'),
      'Cache-Control': 'no-store',
    },
  })
}
