import fc from 'fast-check'
import { carriesToken } from '@/lib/http/bearer-token'
import { networkOf } from '@/lib/http/network-address'
import { isPulledIn, isUnsafe, toldOrigin } from '@/lib/http/origin-rule'
import { isSameOrigin } from '@/lib/http/same-origin'
import { LOCALES } from '@/lib/i18n/locales'
import { preferredLocale } from '@/lib/i18n/preferred-locale'
import { isPlainAddress } from '@/lib/mail/address'
import { isId } from '@/lib/platform/ids'
import { servedAt } from '@/lib/platform/served-addresses'
import { isToken } from '@/lib/platform/token'
import { text } from '../arbitraries'
import { must, property, type Tried } from './tried'

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
const served = { PUBLIC_URL: 'https://us.example', ONION_URL: undefined, OTHER_URLS: [] }

/** Headers, cookies and tokens. */
export const HEADERS: readonly Tried[] = [
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
]
