import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { isOfflineWord } from '@/components/offline/offline-words'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { FEE_SCREENS, REPORT_STEPS } from '@/lib/domain/report/report-steps'
import { catalogFor } from '@/lib/i18n/catalogs'
import { LOCALES } from '@/lib/i18n/locales'
import { translatorFrom } from '@/lib/i18n/translator'
import { ReportScreen } from '@/lib/phone/offline/app/report-screens'
import type { ReportHere } from '@/lib/phone/offline/app/report-state'
import { NeedsNetwork } from '@/lib/phone/offline/app/start-screen'

const ANSWERS: ReportAnswers = {
  ...noAnswers(),
  grievances: ['fees_debt', 'violence'],
  dangers: ['in_danger_now', 'under_18'],
  origin: 'VN',
  scheme: 'titp',
  parties: [{ role: 'broker', name: 'chú Ba' }],
  paid: 'yes',
  fees: [
    {
      payeeRole: 'broker',
      category: 'rf_broker_introduction',
      amountText: '25',
      amountMinor: '25000000',
      currency: 'VND',
    },
  ],
  contact: { channel: 'phone', detail: '090' },
  consents: ['keep_complaint'],
}
const PLACES = [
  '',
  'keep',
  'unlock',
  'delete',
  ...REPORT_STEPS,
  'fees/1',
  ...FEE_SCREENS.map((name) => `fees/1/${name}`),
]
const KEY = /\b(?:fees|codes|common|errors|report|offline|rights|help)\.[a-z_]+[a-z]\b/gu

describe.each(LOCALES)('the report without network, in %s', (locale) => {
  const words = Object.fromEntries(Object.entries(catalogFor(locale)).filter(([key]) => isOfflineWord(key)))
  const nothing = () => undefined
  const here: ReportHere = {
    tongue: {
      locale,
      t: translatorFrom(words, locale),
      data: { madeOn: '2026-11-21', words, basis: { rules: [], rates: {} }, outbox: { id: '', publicKey: '' } },
    },
    answers: ANSWERS,
    base: `/${locale}/report`,
    seal: null,
    search: {},
    go: nothing,
    change: nothing,
    keep: nothing,
    forget: nothing,
    finish: nothing,
  }

  test.each(PLACES)('no word is missing at %j', (path) => {
    const html = renderToStaticMarkup(<ReportScreen here={here} place={{ path, search: {} }} goBack={nothing} />)
    expect(html).toContain('<h1')
    expect(html.replaceAll(/(?:href|id|for|name|value|src)="[^"]*"/gu, '').match(KEY)).toBeNull()
  })

  test('nor on a page that needs it', () => {
    expect(renderToStaticMarkup(<NeedsNetwork here={here} />).match(KEY)).toBeNull()
  })
})
