import { BYTE_ORDER_MARK, csvText } from '@/lib/http/csv'
import { defineRoute } from '@/lib/http/define-route'
import { API_HEADERS } from '@/lib/http/problem'
import { readConsentRegister } from '@/lib/usecases/privacy/read-consents'

const COLUMNS = [
  'textVersion',
  'kind',
  'language',
  'method',
  'given',
  'withdrawn',
  'ranOut',
  'firstOn',
  'lastOn',
] as const

/** GET /api/v1/privacy/consents: the register of consents of the own office as CSV, codes as they are stored. */
export const GET = defineRoute<'consent.register', Record<string, never>>(
  { permission: 'consent.register', isProven: true },
  async ({ grant }) => {
    const counts = await readConsentRegister(grant, 'csv')
    const text = csvText(
      COLUMNS,
      counts.map((row) => COLUMNS.map((name) => row[name])),
    )
    return new Response(BYTE_ORDER_MARK + text, {
      headers: {
        ...API_HEADERS,
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="consents.csv"',
      },
    })
  },
)
