import fc from 'fast-check'
import { LOCALES } from '@/lib/i18n/locales'
import { cleanText } from '@/lib/domain/writing/clean-text'
import { foreignJson } from '@/lib/domain/writing/foreign-json'
import { readFields } from '@/lib/http/form-fields'
import { readProof } from '@/lib/http/read-proof'
import { readLimited } from '@/lib/http/read-limited'
import { readWordMeanings } from '@/lib/schemas/imports/word-meanings'
import { answersTold, toldReportSchema } from '@/lib/schemas/report/told-report'
import { FEE_FORMS } from '@/lib/schemas/report/fee-forms'
import { STEP_FORMS } from '@/lib/schemas/report/step-forms'
import { jsonText, record, text } from '../arbitraries'
import { asyncProperty, must, property, TODAY, type Tried } from './tried'

const formData = fc.array(fc.tuple(text, text), { maxLength: 8 }).map((pairs) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
})
const told = fc.record({
  v: fc.constant(1 as const),
  token: fc.constant('a'.repeat(43)),
  locale: fc.constantFrom(...LOCALES),
  steps: record(
    Object.keys(STEP_FORMS),
    record(
      [
        'story',
        'amount',
        'currency',
        'grievances',
        'danger',
        'origin',
        'month',
        'year',
        'phone',
        'paid',
        'name_broker',
      ],
      fc.oneof(text, fc.array(text, { maxLength: 3 })),
    ),
  ),
  fees: fc.array(
    record(
      Object.keys(FEE_FORMS),
      record(['amount', 'amountMax', 'currency', 'category', 'month', 'year', 'precision', 'payee', 'meant'], text),
    ),
    { maxLength: 3 },
  ),
})

/** Forms and bodies. */
export const FORMS: readonly Tried[] = [
  ['readFields', property(formData, (data) => readFields(data, ['chosen']))],
  ['readProof', property(formData, readProof)],
  ['readWordMeanings', property(formData, (data) => readWordMeanings(data, {}))],
  [
    'cleanText',
    property(text, (given) => {
      must(cleanText(cleanText(given)) === cleanText(given))
    }),
  ],
  [
    'readLimited',
    asyncProperty(fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(300)), async ([body, most]) => {
      const read = await readLimited(
        new Request('https://us.example', { method: 'POST', body: new Uint8Array(body) }),
        most,
      )
      must((read === null) === body.length > most)
    }),
  ],
  [
    'toldReportSchema',
    property(
      fc.oneof(
        jsonText,
        told.map((one) => JSON.stringify(one)),
      ),
      (json) => {
        const read = toldReportSchema.safeParse(foreignJson(json))
        if (read.success) answersTold(read.data, TODAY)
      },
    ),
  ],
  [
    'answersTold',
    property(told, (one) => {
      const read = toldReportSchema.safeParse(one)
      if (read.success) answersTold(read.data, TODAY)
    }),
  ],
]
