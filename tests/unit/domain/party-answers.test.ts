import { describe, expect, test } from 'vitest'
import { answerClock, requestState } from '@/lib/domain/answers/request'
import { revealsIn } from '@/lib/domain/answers/reveals'
import { answerSchema } from '@/lib/schemas/answers/answer'

const REPORTER = {
  names: ['Nguyễn Thị Lan', '王小明'],
  contacts: ['090-1234-5678', 'lotus.zalo'],
  caseNumber: 'K7M4-Q9XD',
}
const kindsIn = (text: string, allowed: Parameters<typeof revealsIn>[2] = []) =>
  revealsIn(text, REPORTER, allowed).map(({ kind }) => kind)

describe('a text for a party', () => {
  test.each([
    ['A worker says that Nguyen Thi Lan paid.', ['name']],
    ['Cô Nguyễn nói vậy.', ['name']],
    ['王小明 说', ['name']],
    ['Call 09012345678.', ['contact']],
    ['Write to lotus.zalo please.', ['contact']],
    ['Write to a.b@example.org.', ['contact']],
    ['About case K7M4-Q9XD.', ['case_number']],
    ['About case k7m4q9xd.', ['case_number']],
    ['The code 123-456-789-012-345-678-901.', ['case_number']],
    ['The fee was ¥250,000.', ['amount']],
    ['The fee was 25 triệu.', ['amount']],
    ['手数料は25万円でした。', ['amount']],
    ['It was in March 2025.', ['date']],
    ['It was on 2025-03-04.', ['date']],
    ['2025年3月に支払った。', ['date']],
    ['tháng 3 năm ngoái', ['date']],
    ['A fee for the introduction was taken. Please tell us how you see it.', []],
    ['紹介料が取られたとのことです。', []],
  ])('%s', (text, kinds) => expect(kindsIn(text)).toEqual(kinds))

  test('may say what the worker allowed, and only that', () => {
    const text = 'The fee was ¥250,000 in March 2025.'
    expect(kindsIn(text, ['amounts'])).toEqual(['date'])
    expect(kindsIn(text, ['dates'])).toEqual(['amount'])
    expect(kindsIn(text, ['amounts', 'dates'])).toEqual([])
    expect(kindsIn('Nguyen Thi Lan paid.', ['amounts', 'dates', 'workplace'])).toEqual(['name'])
  })
})

test.each([
  ['ordinary', 14],
  ['quick_action', 7],
] as const)('the clock of the lane %s has %i days', (lane, days) => {
  const at = new Date('2026-11-21T03:00:00Z')
  const { dueAt, expiresAt } = answerClock(lane, at)
  expect((dueAt.getTime() - at.getTime()) / 86_400_000).toBe(days)
  expect(expiresAt > dueAt).toBe(true)
  const open = { withdrawnAt: null, answeredAt: null, dueAt }
  expect(requestState(open, at)).toBe('open')
  expect(requestState(open, expiresAt)).toBe('overdue')
  expect(requestState({ ...open, answeredAt: dueAt }, expiresAt)).toBe('answered')
  expect(requestState({ ...open, answeredAt: expiresAt }, expiresAt)).toBe('answered_late')
  expect(requestState({ ...open, withdrawnAt: at }, expiresAt)).toBe('withdrawn')
})

describe('the answer of a party', () => {
  const parse = (fields: object) => answerSchema.safeParse({ stance: 'accept', currency: 'JPY', ...fields })
  test('needs a stance, and words unless it is a yes', () => {
    expect(parse({ stance: undefined }).success).toBe(false)
    expect(parse({ stance: 'dispute' }).success).toBe(false)
    expect(parse({ stance: 'dispute', words: 'No.' }).success).toBe(true)
    expect(parse({}).data).toEqual({ stance: 'accept', words: '', offer: null })
  })
  test('keeps an offer whole', () => {
    expect(parse({ amount: '80,000', parts: '2', firstDueOn: '2027-01-31' }).data?.offer).toEqual({
      type: 'fee_repayment',
      amountMinor: '80000',
      currency: 'JPY',
      parts: 2,
      firstDueOn: '2027-01-31',
    })
    expect(parse({ offerType: 'apology' }).data?.offer).toMatchObject({ type: 'apology', amountMinor: null })
    expect(parse({ amount: '80,000', parts: '99' }).success).toBe(false)
  })
})
