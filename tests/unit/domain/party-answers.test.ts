import { describe, expect, test } from 'vitest'
import { answerClock, requestState } from '@/lib/domain/answers/request'
import { whyNotAsk, type AskFacts } from '@/lib/domain/answers/may-ask'
import { revealsIn } from '@/lib/domain/answers/reveals'
import { answerSchema } from '@/lib/schemas/answers/answer'

const REPORTER = {
  names: ['Nguyễn Thị Lan', '王小明'],
  contacts: ['090-1234-5678', 'lotus.zalo'],
  caseNumber: 'K7M4-Q9XD',
  workplaces: ['Sakura Foods', '桜食品株式会社'],
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
    ['A worker of SAKURA foods paid.', ['workplace']],
    ['桜食品 株式会社で働く人', ['workplace']],
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

describe('a party may be asked', () => {
  const at = new Date('2026-11-21T00:00:00Z')
  const yes = { kind: 'contact_party', purpose: null, givenAt: at, expiresAt: null, withdrawnAt: null }
  const facts: AskFacts = {
    state: 'investigation',
    stateBeforeAwaiting: null,
    isToBeErased: false,
    isProxyUnconfirmed: false,
    consents: [yes],
  }
  test.each<[string, Partial<AskFacts>, string | null]>([
    ['in an investigation with a yes', {}, null],
    [
      'while we wait for the worker of an investigation',
      { state: 'awaiting_worker', stateBeforeAwaiting: 'investigation' },
      null,
    ],
    ['not while we wait in triage', { state: 'awaiting_worker', stateBeforeAwaiting: 'triage' }, 'not_triaged'],
    ['not before triage', { state: 'received' }, 'not_triaged'],
    ['not after closing', { state: 'closed' }, 'case_closed'],
    ['not when it is to be erased', { isToBeErased: true }, 'case_closed'],
    ['not without the worker’s own word', { isProxyUnconfirmed: true }, 'worker_confirmation_missing'],
    ['not without a yes', { consents: [] }, 'consent_missing'],
    ['not by the yes for another question', { consents: [{ ...yes, purpose: 'party_answer' }] }, 'consent_missing'],
    ['not by a yes that was taken back', { consents: [{ ...yes, withdrawnAt: at }] }, 'consent_missing'],
  ])('%s', (_when, change, refusal) => expect(whyNotAsk({ ...facts, ...change }, at)).toBe(refusal))
})
