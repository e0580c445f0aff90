import { createElement, isValidElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { CheckView } from '@/components/fees/check-view'
import { isOfflineWord } from '@/components/offline/offline-words'
import { ShareLink } from '@/components/fees/share-link'
import { catalogFor } from '@/lib/i18n/catalogs'
import { LOCALES } from '@/lib/i18n/locales'
import { translatorFrom } from '@/lib/i18n/translator'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { RATES, RULES } from '../domain/fees/case-of-fees'

const TODAY = '2026-11-21'
const ADDRESSES = [
  '',
  'edit=1&from=MM&scheme=titp&plan=1',
  'edit=1&from=CN&months=x&amount1=120&amount1_in=VND&amount2=1.234&amount2_in=KWD&month=5&year=2569',
  'from=VN&scheme=titp&month=3&year=2025',
  'from=ID&scheme=ssw&who1=broker&what1=il_deposit_security&amount1=30000000&amount1_in=IDR',
  'from=VN&scheme=titp&month=3&year=2025&months=36&pay=165000&who1=sending_organization&what1=rf_placement_service&amount1=120000000&what2=rc_medical&amount2=200&amount2_in=USD&who3=lender&what3=fin_loan_interest&amount3=90000',
]

/** The words of a page, as a browser would draw them: the checker's parts are functions without state. */
function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map((each) => wordsOf(each as ReactNode)).join(' ')
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (!isValidElement<{ children?: ReactNode; 'aria-label'?: string }>(node)) return ''
  if (typeof node.type === 'function') return wordsOf((node.type as (props: unknown) => ReactNode)(node.props))
  return `${node.props['aria-label'] ?? ''} ${wordsOf(node.props.children)}`
}

describe.each(LOCALES)('without network, in %s', (locale) => {
  const kept = Object.fromEntries(Object.entries(catalogFor(locale)).filter(([key]) => isOfflineWord(key)))
  const t = translatorFrom(kept, locale)

  it.each(ADDRESSES)('no word is missing for %j', (address) => {
    const reading = readCheck(Object.fromEntries(new URLSearchParams(address)), TODAY)
    const words = wordsOf(
      createElement(CheckView, {
        t,
        reading,
        basis: { rules: RULES, rates: RATES },
        today: TODAY,
        notice: null,
        tell: null,
        share: createElement(ShareLink, { t, address }),
      }),
    )
    expect(words.length).toBeGreaterThan(200)
    expect(words.match(/\b(?:fees|codes|common|errors|report)\.[a-z_.]+/gu)).toBeNull()
  })
})
