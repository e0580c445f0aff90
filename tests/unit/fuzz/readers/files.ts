import fc from 'fast-check'
import { IMPORT_FIELDS } from '@/lib/domain/imports/import-fields'
import { LOCALES } from '@/lib/i18n/locales'
import { knownWords } from '@/components/imports/import-words'
import { LineUnreadable, parseChain } from '@/lib/commands/audit/chain-file'
import { readCodes } from '@/lib/domain/imports/cell-words'
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currencies'
import { readRateFile } from '@/lib/domain/money/rate-file'
import { readList } from '@/lib/domain/parties/licence-list'
import { licenceKey } from '@/lib/domain/parties/matching/match-parties'
import { readCsv } from '@/lib/domain/writing/csv-rows'
import { readRow } from '@/lib/schemas/imports/row-answers'
import { readListing } from '@/lib/storage/s3-listing'
import { kindOfPage } from '@/lib/web-server/plain-page'
import { jsonText, text } from '../arbitraries'
import { must, property, TODAY, type Tried } from './tried'

const WORDS = knownWords()
const currency = fc.constantFrom(...(CURRENCY_CODES as readonly CurrencyCode[]))
const importField = fc.constantFrom(...IMPORT_FIELDS)
const mapping = fc.record({
  columns: fc.array(fc.constantFrom('', ...IMPORT_FIELDS.map(({ key }) => key)), { maxLength: 12 }),
  meanings: fc.constant({}),
  channel: fc.constant('ngo' as const),
  language: fc.constantFrom(...LOCALES),
  consentMethod: fc.constant('paper' as const),
  currency: fc.oneof(fc.constant('' as const), currency),
})
const listMapping = fc.constantFrom(
  { name: 0, number: 1, status: 2 },
  { name: 0, number: 0, status: 0 },
) as fc.Arbitrary<never>

/** Tables, lists and files of text. */
export const FILES: readonly Tried[] = [
  ['readCsv', property(text, readCsv)],
  [
    'readRateFile',
    property(
      fc.oneof(
        text,
        fc
          .array(fc.tuple(text, text, text, text))
          .map((rows) => ['currency,period,units_per_usd,source', ...rows.map((row) => row.join(','))].join('\n')),
      ),
      (file) => readRateFile(file, '2026-11'),
    ),
  ],
  [
    'readList',
    property(fc.tuple(fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 5 }), listMapping), ([rows, columns]) =>
      readList(
        rows.map((cells, line) => ({ line, cells })),
        columns,
        licenceKey,
      ),
    ),
  ],
  ['readCodes', property(fc.tuple(importField, text), ([field, cell]) => readCodes(field, cell, WORDS, {}))],
  [
    'readRow',
    property(fc.tuple(fc.array(text, { maxLength: 12 }), mapping), ([cells, columns]) =>
      readRow(cells, columns, WORDS, TODAY),
    ),
  ],
  [
    'parseChain',
    property(
      fc.array(jsonText, { maxLength: 4 }).map((lines) => lines.join('\n')),
      (file) => {
        try {
          parseChain(file)
        } catch (error) {
          must(error instanceof LineUnreadable)
        }
      },
    ),
  ],
  [
    'readListing',
    property(text, (words) =>
      readListing(
        `<ListBucketResult><Contents><Key>${words}</Key><LastModified>${words}</LastModified></Contents></ListBucketResult>`,
      ),
    ),
  ],
  ['kindOfPage', property(text, (words) => kindOfPage(`<!DOCTYPE html><html ${words}`))],
]
