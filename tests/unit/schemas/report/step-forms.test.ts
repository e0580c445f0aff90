import { describe, expect, test } from 'vitest'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { feeIndexOf, withFeeLine, withoutFeeLine } from '@/lib/schemas/report/fee-forms'
import { readDraftPayload } from '@/lib/schemas/report/draft-payload'
import { STEP_FORMS, type QuestionStep } from '@/lib/schemas/report/step-forms'
import { stepToResume } from '@/lib/schemas/report/step-to-resume'
import { STORY_MAXIMUM } from '@/lib/schemas/report/typed'

/** The answers after one screen, or its errors by field. */
function post(step: QuestionStep, fields: Record<string, unknown>, answers: ReportAnswers = noAnswers()) {
  const form = STEP_FORMS[step]
  const parsed = form.schema.safeParse(fields)
  if (parsed.success) return { answers: form.change(answers, parsed.data) }
  return { errors: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])) }
}

describe('one question at a time', () => {
  test('several things can have happened, each counted once', () => {
    const { answers } = post('grievances', { grievances: ['violence', 'fees_debt', 'violence'] })
    expect(answers?.grievances).toEqual(['violence', 'fees_debt'])
  })

  test.each([
    ['grievances', { grievances: ['trafficking_suspected'] }, 'grievances'],
    ['danger', { dangers: ['bored'] }, 'dangers'],
    ['corridor', { origin: 'XX' }, 'origin'],
    ['scheme', { scheme: 'tourist' }, 'scheme'],
    ['parties', { roles: ['king'] }, 'roles'],
    ['consents', { consents: ['send_to_body'] }, 'consents'],
  ] as const)('%s refuses a code that it did not offer', (step, fields, field) => {
    expect(post(step, fields).errors).toEqual({ [field]: 'errors.choose_known' })
  })

  test('nothing chosen is an answer, and takes back an earlier one', () => {
    expect(post('corridor', {}, { ...noAnswers(), origin: 'VN' }).answers?.origin).toBeUndefined()
    expect(post('consents', { consents: [] }, { ...noAnswers(), consents: ['statistics'] }).answers?.consents).toEqual(
      [],
    )
  })

  test('a name stays with its role as long as the role is chosen', () => {
    const named: ReportAnswers = { ...noAnswers(), parties: [{ role: 'broker', name: 'chú Ba' }] }
    expect(post('parties', { roles: ['broker', 'lender'] }, named).answers?.parties).toEqual([
      { role: 'broker', name: 'chú Ba' },
      { role: 'lender' },
    ])
    expect(post('parties', { roles: ['lender'] }, named).answers?.parties).toEqual([{ role: 'lender' }])
  })

  test('a name posted without its draft makes the role involved', () => {
    expect(post('party_names', { name_broker: '  Ate   Joy ' }).answers?.parties).toEqual([
      { role: 'broker', name: 'Ate Joy' },
    ])
    expect(post('party_names', { name_broker: 'x'.repeat(201) }).errors).toEqual({ name_broker: 'errors.too_long' })
  })

  test('a story as long as it may be is kept, one letter more is not', () => {
    expect(post('story', { story: 'a'.repeat(STORY_MAXIMUM) }).answers?.story).toHaveLength(STORY_MAXIMUM)
    expect(post('story', { story: 'a'.repeat(STORY_MAXIMUM + 1) }).errors).toEqual({ story: 'report.story_too_long' })
    expect(post('story', { story: '  ' }).answers?.story).toBeUndefined()
  })

  test('another way to be reached drops the address of the old one', () => {
    const reached: ReportAnswers = { ...noAnswers(), contact: { channel: 'phone', detail: '090' } }
    expect(post('contact', { channel: 'email' }, reached).answers?.contact).toEqual({ channel: 'email' })
    expect(post('contact', { channel: 'phone' }, reached).answers?.contact).toEqual(reached.contact)
  })

  test.each([
    [{ channel: 'phone', detail: 'later' }, { detail: 'errors.phone_unreadable' }],
    [{ channel: 'email', detail: 'me at home' }, { detail: 'errors.email_unreadable' }],
  ])('an address nobody can use is asked back: %o', (fields, errors) => {
    expect(post('contact_details', fields).errors).toEqual(errors)
  })

  test('no address given is an answer: nobody is contacted', () => {
    const reached: ReportAnswers = { ...noAnswers(), contact: { channel: 'phone', detail: '090' } }
    const { answers } = post('contact_details', { channel: 'phone', detail: ' ' }, reached)
    expect(answers?.contact).toEqual({ channel: 'here_only' })
  })

  test('who says what is owed has borrowed', () => {
    const { answers } = post('debt', { owed: '1,5 triệu', currency: 'VND' })
    expect(answers?.debt).toMatchObject({ borrowed: 'yes', owedMinor: '1500000', currency: 'VND' })
    expect(post('debt', { currency: 'VND' }).answers?.debt).toBeUndefined()
  })
})

describe('payments', () => {
  const two: ReportAnswers = {
    ...noAnswers(),
    paid: 'yes',
    fees: [{ category: 'rc_medical' }, { category: 'il_bribe' }],
  }

  test('a number beyond the end is the next free one, so that a post out of order adds at most one', () => {
    expect(feeIndexOf(two, 9)).toBe(2)
    expect(withFeeLine(two, 9, () => ({ category: 'rc_banking' })).fees).toHaveLength(3)
  })

  test('who tells of a payment has paid, even where the draft was lost', () => {
    expect(withFeeLine(noAnswers(), 3, () => ({ payeeRole: 'broker' }))).toMatchObject({
      paid: 'yes',
      fees: [{ payeeRole: 'broker' }],
    })
    expect(withFeeLine({ ...two, paid: 'unsure' }, 1, (line) => line).paid).toBe('unsure')
  })

  test('taking one away twice takes one away', () => {
    const once = withoutFeeLine(two, 1, 2)
    expect(once.fees).toEqual([{ category: 'il_bribe' }])
    expect(withoutFeeLine(once, 1, 2)).toBe(once)
  })
})

describe('a draft', () => {
  test('of an older version gets the lists it lacks', () => {
    expect(readDraftPayload({ answers: { story: 'x' } }).answers).toEqual({ ...noAnswers(), story: 'x' })
    expect(readDraftPayload(null).answers).toEqual(noAnswers())
  })

  test('goes on after the last step that holds an answer', () => {
    expect(stepToResume(noAnswers())).toBe('grievances')
    expect(stepToResume({ ...noAnswers(), grievances: ['fees_debt'], scheme: 'ssw' })).toBe('parties')
    expect(stepToResume({ ...noAnswers(), consents: ['keep_complaint'] })).toBe('check')
  })
})
