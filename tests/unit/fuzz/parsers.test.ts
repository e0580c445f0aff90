import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownWords } from '@/components/imports/import-words'
import { LineUnreadable, parseChain } from '@/lib/commands/audit/chain-file'
import { readDateText } from '@/lib/domain/calendar/date-text'
import { parseMonthYear } from '@/lib/domain/calendar/month-year'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { readCodes } from '@/lib/domain/imports/cell-words'
import { IMPORT_FIELDS } from '@/lib/domain/imports/import-fields'
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'
import { parseMonthlyPay } from '@/lib/domain/money/parse-monthly-pay'
import { parseRange } from '@/lib/domain/money/parse-range'
import { readRateFile } from '@/lib/domain/money/rate-file'
import { pagePathOf } from '@/lib/domain/page-path'
import { readList } from '@/lib/domain/parties/licence-list'
import { nameKeyOf, searchKeys, typedPieces } from '@/lib/domain/parties/matching/keys'
import { compareNames, licenceKey } from '@/lib/domain/parties/matching/match-parties'
import { soughtWords } from '@/lib/domain/parties/matching/sought'
import { foldPartyName, isTellingPartyName } from '@/lib/domain/party-name'
import { readPosterCode } from '@/lib/domain/posters/poster-code'
import { readPin } from '@/lib/domain/report/resting'
import { readFactorCode } from '@/lib/domain/second-factor-code'
import { numberPart } from '@/lib/domain/search/number-part'
import { queryTokens, wordTokens } from '@/lib/domain/search/word-tokens'
import { parseSecretCode } from '@/lib/domain/secret-code'
import { isAnswerable } from '@/lib/domain/statistics/registry/measure-list'
import { formatOf, readHow } from '@/lib/domain/statistics/export/formats'
import { readFilter } from '@/lib/domain/statistics/filter'
import { publicationOf } from '@/lib/domain/statistics/publications'
import { readQuery } from '@/lib/domain/statistics/query-text'
import { readWorkbench } from '@/lib/domain/statistics/workbench/address'
import { cleanText } from '@/lib/domain/writing/clean-text'
import { readCsv } from '@/lib/domain/writing/csv-rows'
import { foreignJson } from '@/lib/domain/writing/foreign-json'
import { latinDigits } from '@/lib/domain/writing/local-digits'
import { carriesToken } from '@/lib/http/bearer-token'
import { readFields } from '@/lib/http/form-fields'
import { networkOf } from '@/lib/http/network-address'
import { isPulledIn, isUnsafe, toldOrigin } from '@/lib/http/origin-rule'
import { readProof } from '@/lib/http/read-proof'
import { readLimited } from '@/lib/http/read-limited'
import { safeNext } from '@/lib/http/safe-next'
import { isSameOrigin } from '@/lib/http/same-origin'
import { localeOfTag } from '@/lib/i18n/language-tag'
import { LOCALES } from '@/lib/i18n/locales'
import { preferredLocale } from '@/lib/i18n/preferred-locale'
import { isPlainAddress } from '@/lib/mail/address'
import { isId } from '@/lib/platform/ids'
import { servedAt } from '@/lib/platform/served-addresses'
import { isToken } from '@/lib/platform/token'
import { toldOf } from '@/lib/platform/told-of-error'
import { readChosen } from '@/lib/schemas/case/bulk'
import { readPage } from '@/lib/schemas/case/evidence-page'
import { readQueueQuery } from '@/lib/schemas/case/queue-query'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import { readLegalRule } from '@/lib/schemas/forums/legal-rule'
import { readDirectoryQuery } from '@/lib/schemas/help/directory-query'
import { readStoredMapping } from '@/lib/schemas/imports/import-forms'
import { readRow } from '@/lib/schemas/imports/row-answers'
import { readWordMeanings } from '@/lib/schemas/imports/word-meanings'
import { readPlace } from '@/lib/schemas/notices/notice-cursor'
import { readOrganisationSearch } from '@/lib/schemas/open-data/organisation-search'
import { readDraftPayload } from '@/lib/schemas/report/draft-payload'
import { answersTold, toldReportSchema } from '@/lib/schemas/report/told-report'
import { FEE_FORMS } from '@/lib/schemas/report/fee-forms'
import { STEP_FORMS } from '@/lib/schemas/report/step-forms'
import { readBackupFailure, readLastBackup, readRestoredFrom } from '@/lib/schemas/system/last-backup'
import { readHeldForm } from '@/lib/schemas/track/held-form'
import { readListing } from '@/lib/storage/s3-listing'
import { bodyLimitOf } from '@/lib/web-server/body-limits'
import { kindOfPage } from '@/lib/web-server/plain-page'
import { RouteNames } from '@/lib/web-server/route-names'
import { anything, broken, FUZZ_TIMEOUT_MS, jsonText, record, text } from './arbitraries'

// Every reader of something foreign: an address, a header, a cookie, a cell, an amount, a date, a name, a stored or sent document.
// Whatever comes, each answers; what an answer must be besides is said with it.

const ROOT = path.resolve(import.meta.dirname, '../../..')
const TODAY = '2026-11-22'
const WORDS = knownWords()
const names = new RouteNames(['/[locale]/(staff)/cases/[number]/page', '/api/auth/[...nextauth]/route'])

const currency = fc.constantFrom(...(CURRENCY_CODES as readonly CurrencyCode[]))
const moneyTyped = fc.tuple(text, currency)
const address = fc
  .array(
    fc.tuple(
      fc.oneof(
        text,
        fc.constantFrom(
          'measure',
          'rows',
          'columns',
          'from',
          'to',
          'scheme',
          'origin',
          'threshold',
          'rounding',
          'compare',
          'period',
          'office',
          'lang',
          'bom',
          'hxl',
          'end',
        ),
      ),
      fc.oneof(text, fc.constantFrom('all_fees', 'paid_share', 'month,origin', '2026-10', '0', '1e9')),
    ),
    { maxLength: 8 },
  )
  .map(
    (pairs) =>
      new URLSearchParams(
        pairs.map(([name, value]) => [
          name.replaceAll(/[\uD800-\uDFFF]/gu, ''),
          value.replaceAll(/[\uD800-\uDFFF]/gu, ''),
        ]),
      ),
  )
const searchParams = fc.dictionary(
  fc.oneof(
    text,
    fc.constantFrom(
      'state',
      'order',
      'page',
      'q',
      'from',
      'to',
      'scheme',
      'amount',
      'category',
      'country',
      'topic',
      'language',
    ),
  ),
  fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(undefined)),
  { maxKeys: 6 },
)
const header = fc.string({ unit: fc.constantFrom(...' ,;:=/.-_"[]%*abcxyz019AZ\u00e9'), maxLength: 80 })
const headers = fc
  .dictionary(
    fc.constantFrom(
      'origin',
      'host',
      'referer',
      'sec-fetch-site',
      'sec-fetch-mode',
      'sec-fetch-dest',
      'authorization',
      'x-forwarded-host',
    ),
    fc.oneof(
      header,
      fc.constantFrom('null', 'same-origin', 'cross-site', 'https://us.example', 'us.example', 'Bearer x'),
    ),
  )
  .map(
    (pairs) =>
      new Headers(
        Object.entries(pairs).map(([name, value]): [string, string] => [
          name,
          value.replaceAll(/[^\u0020-\u00ff]/gu, '').trim(),
        ]),
      ),
  )
const formData = fc.array(fc.tuple(text, text), { maxLength: 8 }).map((pairs) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
})
const importField = fc.constantFrom(...IMPORT_FIELDS)
const mapping = fc.record({
  columns: fc.array(fc.constantFrom('', ...IMPORT_FIELDS.map(({ key }) => key)), { maxLength: 12 }),
  meanings: fc.constant({}),
  channel: fc.constant('ngo' as const),
  language: fc.constantFrom(...LOCALES),
  consentMethod: fc.constant('paper' as const),
  currency: fc.oneof(fc.constant('' as const), currency),
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
const listMapping = fc.constantFrom(
  { name: 0, number: 1, status: 2 },
  { name: 0, number: 0, status: 0 },
) as fc.Arbitrary<never>
const served = { PUBLIC_URL: 'https://us.example', ONION_URL: undefined, OTHER_URLS: [] }

/** What an answer must be besides. */
function must(isSo: boolean): void {
  if (!isSo) throw new Error('answers what it must not')
}

/** What was stored as JSON. */
const stored = (...keys: readonly string[]) => record(keys, fc.oneof(text, fc.jsonValue({ maxDepth: 2 })))

/** A reader with what it gets; it fails the test by throwing. */
type Tried = readonly [name: string, run: () => fc.IRawProperty<unknown>]
const property =
  <T>(arbitrary: fc.Arbitrary<T>, read: (given: T) => unknown) =>
  () =>
    fc.property(arbitrary, (given) => {
      read(given)
    }) as fc.IRawProperty<unknown>
const asyncProperty =
  <T>(arbitrary: fc.Arbitrary<T>, read: (given: T) => Promise<unknown>) =>
  () =>
    fc.asyncProperty(arbitrary, async (given) => {
      await read(given)
    }) as unknown as fc.IRawProperty<unknown>

const TRIED: readonly Tried[] = [
  // Codes and numbers that people type.
  ['parseSecretCode', property(text, parseSecretCode)],
  ['parseCaseNumber', property(text, parseCaseNumber)],
  ['readPosterCode', property(anything, readPosterCode)],
  [
    'readPin',
    property(text, (typed) => {
      const pin = readPin(typed)
      if (pin.ok) must(/^\d{4,6}$/u.test(pin.pin))
    }),
  ],
  ['readFactorCode', property(text, readFactorCode)],
  ['numberPart', property(text, numberPart)],
  ['latinDigits', property(text, latinDigits)],
  // Amounts and dates in the digits, words and calendars of ten languages.
  [
    'parseAmount',
    property(moneyTyped, ([typed, money]) => {
      const read = parseAmount(typed, money)
      if (read.ok) must(read.value.amountMinor >= 0n)
    }),
  ],
  ['parseMonthlyPay', property(moneyTyped, ([typed, money]) => parseMonthlyPay(typed, money))],
  ['parseRange', property(moneyTyped, ([typed, money]) => parseRange(typed, money))],
  ['readDateText', property(text, readDateText)],
  ['parseMonthYear', property(fc.tuple(text, text), ([month, year]) => parseMonthYear(month, year, TODAY))],
  // Names of parties and words of the search.
  ['foldPartyName', property(text, foldPartyName)],
  ['isTellingPartyName', property(text, (name) => isTellingPartyName('broker', name))],
  [
    'compareNames',
    property(fc.tuple(text, text), ([one, two]) => {
      const { score } = compareNames(one, two)
      must(score >= 0 && score <= 1)
    }),
  ],
  ['searchKeys', property(text, searchKeys)],
  ['nameKeyOf', property(text, nameKeyOf)],
  ['typedPieces', property(text, typedPieces)],
  ['licenceKey', property(text, licenceKey)],
  ['soughtWords', property(text, (name) => soughtWords(name, true))],
  ['wordTokens', property(text, wordTokens)],
  ['queryTokens', property(text, queryTokens)],
  // Addresses: filters, questions to the statistics, the checker, places in a list, where to go next.
  ['readQueueQuery', property(searchParams, readQueueQuery)],
  [
    'readQuery',
    property(address, (given) => {
      const { query } = readQuery(given)
      must(isAnswerable(query))
    }),
  ],
  [
    'readWorkbench',
    property(address, (given) => {
      must(isAnswerable(readWorkbench(given).query))
    }),
  ],
  ['readFilter', property(searchParams, readFilter)],
  [
    'readHow',
    property(fc.tuple(address, fc.constantFrom('csv', 'xlsx', 'json', 'jsonstat')), ([given, name]) => {
      const format = formatOf(name)
      if (format !== null) readHow(format, given)
    }),
  ],
  ['formatOf', property(text, formatOf)],
  ['publicationOf', property(text, publicationOf)],
  ['readCheck', property(searchParams, (given) => readCheck(given as never, TODAY))],
  ['readDirectoryQuery', property(searchParams, (given) => readDirectoryQuery(given as never))],
  [
    'readOrganisationSearch',
    property(fc.oneof(text, fc.array(text), fc.constantFrom(null, undefined)), readOrganisationSearch),
  ],
  [
    'readPlace',
    property(
      fc.oneof(
        text,
        fc.array(text),
        jsonText.map((json) => Buffer.from(json).toString('base64url')),
      ),
      readPlace,
    ),
  ],
  ['readPage', property(anything, readPage)],
  ['readChosen', property(fc.oneof(text, fc.array(text), fc.constant(undefined)), readChosen)],
  [
    'safeNext',
    property(
      fc.oneof(
        anything,
        text.map((end) => `/en/${end}`),
      ),
      (given) => {
        const next = safeNext(given)
        if (next !== null) must(new URL(next, 'https://us.example').origin === 'https://us.example')
      },
    ),
  ],
  [
    'pagePathOf',
    property(anything, (given) => {
      must(new URL(pagePathOf(given), 'https://us.example').origin === 'https://us.example')
    }),
  ],
  ['localeOfTag', property(text, localeOfTag)],
  ['bodyLimitOf', property(fc.tuple(text, text), ([method, asked]) => bodyLimitOf(method, asked))],
  ['RouteNames.nameOf', property(text, (asked) => names.nameOf(asked))],
  // Headers, cookies and tokens.
  [
    'preferredLocale',
    property(fc.oneof(header, text), (given) => {
      must(LOCALES.includes(preferredLocale(given)))
    }),
  ],
  [
    'networkOf',
    property(
      fc.tuple(fc.oneof(header, text, fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 10 })),
      ([given, hops]) => {
        must(networkOf(given, hops).length <= given.length + 16)
      },
    ),
  ],
  ['isSameOrigin', property(headers, isSameOrigin)],
  [
    'toldOrigin',
    property(headers, (given) =>
      toldOrigin((name) => given.get(name), servedAt(given.get('host') ?? undefined, served)),
    ),
  ],
  ['isPulledIn', property(fc.tuple(headers, text), ([given, asked]) => isPulledIn((name) => given.get(name), asked))],
  ['isUnsafe', property(text, isUnsafe)],
  ['servedAt', property(text, (host) => servedAt(host, served))],
  [
    'carriesToken',
    property(headers, (given) => {
      must(!carriesToken(given, 'a-token-that-nobody-says'))
    }),
  ],
  ['isToken', property(text, isToken)],
  ['isId', property(text, isId)],
  ['isPlainAddress', property(text, isPlainAddress)],
  // Forms and bodies.
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
  // Tables, lists and files of text.
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
  // What was stored: by an older version, or by a hand.
  [
    'readFeeRule',
    property(
      stored('id', 'version', 'category', 'limit', 'source', 'verification', 'origins', 'schemes', 'payees'),
      readFeeRule,
    ),
  ],
  [
    'readLegalRule',
    property(
      stored('id', 'version', 'kind', 'claims', 'origins', 'schemes', 'against', 'source', 'verification', 'period'),
      readLegalRule,
    ),
  ],
  [
    'readDraftPayload',
    property(fc.oneof(anything, record(['answers', 'locale', 'edits', 'filing', 'lines', 'fees'])), (given) => {
      try {
        readDraftPayload(given)
      } catch (error) {
        // Sealed by us: what cannot be read is a mistake of ours, and says so.
        must(error instanceof Error)
      }
    }),
  ],
  ['readHeldForm', property(anything, readHeldForm)],
  [
    'readStoredMapping',
    property(stored('columns', 'meanings', 'channel', 'language', 'consentMethod', 'currency'), readStoredMapping),
  ],
  ['readLastBackup', property(jsonText, readLastBackup)],
  ['readBackupFailure', property(jsonText, readBackupFailure)],
  ['readRestoredFrom', property(jsonText, readRestoredFrom)],
  [
    'toldOf',
    property(fc.tuple(text, text), ([message, name]) => {
      const told = toldOf(Object.assign(new Error(`${message}`), { name }))
      must(told.code.length <= 130)
    }),
  ],
]

/** Readers tried elsewhere: by the schemas that call them (schemas.test.ts), with files (tests/unit/files), that read what we signed or sealed ourselves, or that read from a database, a disk or memory. */
const ELSEWHERE = new Set([
  'parseForm',
  'readAmount',
  'readMonth',
  'readRemembered',
  'readNamedMonth',
  'readPaidOn',
  'readSum',
  'readCells',
  'readPressed',
  'readTable',
  'readTables',
  'readSheets',
  'readFilePass',
  'readCookie',
  'readSessionId',
  'readErrand',
  'readAnchors',
  'readFrame',
  'readChallenge',
  'readFileFacts',
  'readRecords',
  'readStored',
  'readAssessmentColumns',
])

test('every reader there is, is tried', () => {
  const rooms = '{access,auth,domain,files,http,i18n,mail,schemas,sealing,storage,web-server}'
  const declared = globSync(`lib/${rooms}/**/*.ts`, { cwd: ROOT }).flatMap((file) =>
    [
      ...readFileSync(path.join(ROOT, file), 'utf8').matchAll(
        /^export (?:async )?function ((?:read|parse)[A-Z]\w*)/gmu,
      ),
    ].map(([, name = '']) => name),
  )
  expect(declared.length).toBeGreaterThan(50)
  const tried = new Set(TRIED.map(([name]) => name))
  expect(declared.filter((name) => !tried.has(name) && !ELSEWHERE.has(name))).toEqual([])
})

describe('answers whatever comes', () => {
  test.each(TRIED)(
    '%s',
    async (_name, made) => {
      expect(await broken(made())).toBe('')
    },
    FUZZ_TIMEOUT_MS,
  )
})
