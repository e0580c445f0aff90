import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlinesFor, type DeadlineFacts } from '@/lib/domain/deadlines'
import { eraseDayAfter, keptElsewhereUntil } from '@/lib/domain/erasing'
import {
  ASKED_RESULTS,
  IDENTITY_FACTS,
  judgeIdentity,
  maskFact,
  type IdentityAnswers,
} from '@/lib/domain/identity-check'
import { openQuestions } from '@/lib/domain/open-questions'

const DAY = 86_400_000
const at = new Date('2026-11-21T00:00:00Z')
const daysFrom = (days: number) => new Date(at.getTime() + days * DAY)

describe('who somebody is', () => {
  const answers = fc.record(Object.fromEntries(IDENTITY_FACTS.map((fact) => [fact, fc.constantFrom(...ASKED_RESULTS)])))

  test('is believed with three facts of this case right and none of any kind wrong, and never otherwise', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const results = Object.values(given)
        const right = results.filter((result) => result === 'matched').length
        const { party_name, amount, paid_month, matter, safe_times } = given as IdentityAnswers
        const telling = [party_name, amount, paid_month, matter, safe_times].filter((one) => one === 'matched').length
        const wrong = results.filter((result) => result === 'mismatched').length
        const verdict = judgeIdentity(given as IdentityAnswers)
        expect(verdict.outcome).toBe(telling >= 3 && wrong === 0 ? 'passed' : 'refused')
        expect(Object.keys(verdict.asked)).toHaveLength(right + wrong)
      }),
    )
  })

  test('is not believed for what an employer knows of everybody', () => {
    const known: IdentityAnswers = {
      received_month: 'matched',
      origin: 'matched',
      scheme: 'matched',
      language: 'matched',
      party_name: 'matched',
    }
    expect(judgeIdentity(known).outcome).toBe('refused')
    expect(judgeIdentity({ ...known, amount: 'matched', matter: 'matched' }).outcome).toBe('passed')
    expect(judgeIdentity({ ...known, amount: 'matched', matter: 'matched', origin: 'mismatched' }).outcome).toBe(
      'refused',
    )
  })

  test.each([
    ['Nguyễn Văn Ba', 'N••••• V•• B•'],
    ['₫25,000,000', '₫2•,0••,0••'],
    ['မောင်', 'မ••••'],
    ['', ''],
  ])('%s is shown as %s', (text, masked) => {
    expect(maskFact(text)).toBe(masked)
  })

  test('a masked fact keeps its length and no letter but the first of each word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,20}$/), (word) => {
        expect(maskFact(word)).toBe(`${word[0]}${'•'.repeat(word.length - 1)}`)
      }),
    )
  })
})

describe('questions', () => {
  const message = (id: string, change: object = {}) => ({
    id,
    direction: 'to_worker' as const,
    isQuestion: true,
    answersId: null,
    ...change,
  })

  test('are open until something answers them', () => {
    const answer = message('c', { direction: 'from_worker', isQuestion: false, answersId: 'a' })
    const thread = [message('a'), message('b'), message('news', { isQuestion: false }), answer]
    expect(openQuestions(thread).map(({ id }) => id)).toEqual(['b'])
  })
})

describe('the day of erasing', () => {
  test('is thirty days on where nobody else has it', () => {
    expect(eraseDayAfter(at, [])).toEqual(daysFrom(30))
    expect(keptElsewhereUntil([{ sentAt: daysFrom(-9), answeredAt: daysFrom(-1) }])).toBeNull()
  })

  test('is a year after the last sending that nobody answered', () => {
    const sent = [
      { sentAt: daysFrom(-100), answeredAt: null },
      { sentAt: daysFrom(-10), answeredAt: null },
      { sentAt: daysFrom(-1), answeredAt: daysFrom(0) },
    ]
    expect(eraseDayAfter(at, sent)).toEqual(daysFrom(355))
    expect(eraseDayAfter(at, [{ sentAt: daysFrom(-360), answeredAt: null }])).toEqual(daysFrom(30))
  })
})

describe('the clock of another officer', () => {
  const facts: DeadlineFacts = {
    receivedAt: at,
    firstReplyAt: at,
    triagedAt: at,
    lastUpdateAt: at,
    awaitingSince: null,
    pausedMs: 0,
    referredAt: null,
    referralFollowUpsDone: 0,
    appealedAt: null,
    substantiveAnswerAt: null,
    closedAt: null,
    retaliationChecksDone: 0,
  }
  const due = (change: Partial<DeadlineFacts>, state: 'assigned' | 'closed' = 'assigned') =>
    deadlinesFor(state, 'medium', { ...facts, ...change }).find(({ kind }) => kind === 'officer_change')?.dueAt

  test('runs three days from the asking, also while we wait for the worker, and not for a case that has ended', () => {
    expect(due({})).toBeUndefined()
    expect(due({ officerAskedAt: at })).toEqual(daysFrom(3))
    expect(due({ officerAskedAt: at, awaitingSince: at })).toEqual(daysFrom(3))
    expect(due({ officerAskedAt: at, closedAt: at }, 'closed')).toBeUndefined()
  })
})
