import { bodyNames, REGISTER_COLUMNS, registerRows } from '@/components/privacy/register-rows'
import { BYTE_ORDER_MARK, csvText } from '@/lib/http/csv'
import { defineRoute } from '@/lib/http/define-route'
import { API_HEADERS } from '@/lib/http/problem'
import { isStaffLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readProcessing } from '@/lib/usecases/privacy/read-processing'

/** GET /api/v1/privacy/processing?format=csv|json&language=en|vi|ja: the register of processing. */
export const GET = defineRoute<'processing.read', Record<string, never>>(
  { permission: 'processing.read' },
  async ({ grant, query }) => {
    const format = query.get('format') === 'csv' ? 'csv' : 'json'
    const language = query.get('language') ?? 'en'
    const t = translatorFor(isStaffLocale(language) ? language : 'en')
    const installation = await readProcessing(grant, format)
    const rows = registerRows(t)
    const text =
      format === 'csv'
        ? BYTE_ORDER_MARK +
          csvText(
            REGISTER_COLUMNS.map((name) => t(`privacy.register_${name}`)),
            rows.map((row) => REGISTER_COLUMNS.map((name) => row[name].join('; '))),
          )
        : `${JSON.stringify({ format: 'fair-passage-processing/1', activities: rows, bodies: bodyNames(t), installation }, null, 2)}\n`
    return new Response(text, {
      headers: {
        ...API_HEADERS,
        'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="processing.${format}"`,
      },
    })
  },
)
