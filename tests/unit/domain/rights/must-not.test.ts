import { expect, it } from 'vitest'
import { MUST_NOT, MUST_NOT_CODES, mustNotIn } from '@/lib/domain/rights/must-not'
import { chargeMonth, rightsPair, RIGHTS_SCHEMES } from '@/lib/domain/rights/rights-page'
import rights from '@/lib/i18n/messages/en/rights.json'

const words: Readonly<Record<string, string>> = rights
const sourceOf = (scheme: (typeof RIGHTS_SCHEMES)[number], code: string) =>
  mustNotIn(scheme).find((item) => item.code === code)?.source

it('every statement has words, a source and a day', () => {
  expect(MUST_NOT.map(({ code }) => code)).toEqual(MUST_NOT_CODES)
  for (const { code, sources } of MUST_NOT) {
    expect(words[`rights.must_not_${code}`], code).toBeTruthy()
    expect(sources.length, code).toBeGreaterThan(0)
    for (const source of sources) expect(source.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

it('the law of the programme stands before the general one, and the ILO’s sign only where no law was found', () => {
  expect(sourceOf('titp', 'keep_papers')).toMatchObject({ kind: 'law', article: 'Art. 48' })
  expect(sourceOf('ssw', 'keep_papers')).toMatchObject({ kind: 'sign' })
  expect(sourceOf('titp', 'penalty')?.article).toBe('Art. 47(1)')
  expect(sourceOf('ssw', 'penalty')?.article).toBe('item 2')
  expect(sourceOf('engineer_humanities', 'penalty')).toMatchObject({ article: 'Art. 16', isRead: false })
})

it('nothing is said for a programme that no source says for it', () => {
  expect(sourceOf('esd', 'deposit')).toBeUndefined()
  expect(sourceOf('ssw', 'send_home')).toBeUndefined()
  for (const scheme of RIGHTS_SCHEMES)
    for (const { source } of mustNotIn(scheme))
      expect(source.schemes === '*' || source.schemes.includes(scheme), scheme).toBe(true)
})

it('laws come before signs', () => {
  const kinds = mustNotIn('titp').map(({ source }) => source.kind)
  expect(kinds.indexOf('sign')).toBeGreaterThan(kinds.lastIndexOf('law'))
})

it('a page exists for a country and a programme, and for nothing else', () => {
  expect(rightsPair('VN', 'titp')).toEqual({ origin: 'VN', scheme: 'titp' })
  for (const [origin, scheme] of [
    ['VN', 'not_sure'],
    ['XX', 'titp'],
    [['VN'], 'titp'],
    [undefined, undefined],
  ])
    expect(rightsPair(origin, scheme)).toBeNull()
})

it('a programme to come is told by the rules of its first month, the day before it begins too', () => {
  expect(chargeMonth('esd', '2026-11-21')).toBe('2027-04')
  expect(chargeMonth('esd', '2027-03-31')).toBe('2027-04')
  expect(chargeMonth('esd', '2027-05-01')).toBe('2027-05')
  expect(chargeMonth('titp', '2026-11-21')).toBe('2026-11')
})
