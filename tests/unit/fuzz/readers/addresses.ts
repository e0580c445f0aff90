import fc from 'fast-check'
import { pagePathOf } from '@/lib/domain/page-path'
import { isAnswerable } from '@/lib/domain/statistics/registry/measure-list'
import { formatOf, readHow } from '@/lib/domain/statistics/export/formats'
import { readFilter } from '@/lib/domain/statistics/filter'
import { publicationOf } from '@/lib/domain/statistics/publications'
import { readQuery } from '@/lib/domain/statistics/query-text'
import { readWorkbench } from '@/lib/domain/statistics/workbench/address'
import { safeNext } from '@/lib/http/safe-next'
import { localeOfTag } from '@/lib/i18n/language-tag'
import { readChosen } from '@/lib/schemas/case/bulk'
import { readPage } from '@/lib/schemas/case/evidence-page'
import { readQueueQuery } from '@/lib/schemas/case/queue-query'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { readDirectoryQuery } from '@/lib/schemas/help/directory-query'
import { readPlace } from '@/lib/schemas/notices/notice-cursor'
import { readOrganisationSearch } from '@/lib/schemas/open-data/organisation-search'
import { bodyLimitOf } from '@/lib/web-server/body-limits'
import { RouteNames } from '@/lib/web-server/route-names'
import { anything, jsonText, text } from '../arbitraries'
import { must, property, TODAY, type Tried } from './tried'

const names = new RouteNames(['/[locale]/(staff)/cases/[number]/page', '/api/auth/[...nextauth]/route'])
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

/** Addresses: filters, questions to the statistics, the checker, places in a list, where to go next. */
export const ADDRESSES: readonly Tried[] = [
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
]
