import { createElement, isValidElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { CheckView } from '@/components/fees/check-view'
import { explanationText } from '@/components/fees/explanation-text'
import { translatorFor } from '@/lib/i18n/translate'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { RATES, RULES } from '../domain/fees/case-of-fees'

const TODAY = '2026-11-21'
const t = translatorFor('en')

/** The words of a page, as a browser would draw them. */
function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map((each) => wordsOf(each as ReactNode)).join(' ')
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (!isValidElement<{ children?: ReactNode }>(node)) return ''
  if (typeof node.type === 'function') return wordsOf((node.type as (props: unknown) => ReactNode)(node.props))
  return wordsOf(node.props.children)
}

function answerTo(address: string): string {
  const reading = readCheck(Object.fromEntries(new URLSearchParams(address)), TODAY)
  const basis = { rules: RULES, rates: RATES }
  return wordsOf(
    createElement(CheckView, { t, reading, basis, today: TODAY, notice: null, tell: null, share: null }),
  ).replace(/\s+/gu, ' ')
}

describe('what is said of a verdict', () => {
  it.each([
    ['1', 'at most 1 month of'],
    ['1.5', 'at most 1.5 months of'],
  ])('counts %s months of pay', (months, said) => {
    const explanation = { key: 'cap_months_open', notes: [], params: { months, count: 1 } } as const
    expect(
      explanationText(t, { ...explanation, params: { ...explanation.params, basis: 'contract_basic_wage' } }),
    ).toContain(said)
  })

  it('says "if" of a ban that only may be about the way', () => {
    expect(answerTo('from=LK')).toContain('Not allowed, if this rule counts for you')
  })

  it('names who must not take the money, and offers the go-between to who said somebody else', () => {
    const question = 'from=VN&scheme=titp&month=3&year=2025&what1=rf_broker_introduction&amount1=25000000&who1='
    expect(answerTo(`${question}broker`)).toContain('This is about money taken by:')
    expect(answerTo(`${question}broker`)).not.toContain('Yes, it was a go-between')
    expect(answerTo(`${question}other`)).toContain('Yes, it was a go-between')
  })

  it('says the rate of a limit in other money, and where there is none of that time', () => {
    const question =
      'from=VN&scheme=titp&months=36&pay=165000&who1=sending_organization&what1=rf_placement_service&amount1=120000000'
    expect(answerTo(`${question}&month=3&year=2025`)).toContain('VND for one US dollar')
    expect(answerTo(`${question}&month=3&year=2028`)).toContain('no rate of that time')
  })
})
