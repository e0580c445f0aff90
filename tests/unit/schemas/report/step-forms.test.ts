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

describe('debt and pay', () => {
  test('the terms of a loan are kept as they are known', () => {
    const told = { owed: '80 triệu', principal: '100 triệu', monthly: '0', currency: 'VND', ratePercent: '1,50 %' }
    const { answers } = post('debt', { ...told, ratePeriod: 'month', collateral: 'house' })
    expect(answers?.debt).toMatchObject({
      borrowed: 'yes',
      owedMinor: '80000000',
      principalMinor: '100000000',
      monthlyMinor: '0',
      ratePercent: '1.5',
      ratePeriod: 'month',
      collateral: 'house',
    })
    expect(STEP_FORMS.debt.fieldsOf(answers ?? noAnswers())).toMatchObject({
      principal: '100 triệu',
      ratePercent: '1.5',
    })
  })

  test.each([
    ['2', '2'],
    ['0', '0'],
    ['０.５', '0.5'],
    ['36,0000 phần trăm', '36'],
    ['', undefined],
  ])('a rate of "%s" is kept as %s', (ratePercent, kept) => {
    expect(post('debt', { borrowed: 'yes', ratePercent }).answers?.debt?.ratePercent).toBe(kept)
  })

  test.each(['-1', 'much', '1.23456', '1-2', '20000', '1.000,5'])('a rate of "%s" is asked back', (ratePercent) => {
    expect(post('debt', { ratePercent }).errors).toEqual({ ratePercent: 'report.percent_unreadable' })
  })

  test.each([
    [{ contract: '36', contractMonths: '7' }, 36],
    [{ contract: 'other', contractMonths: '18' }, 18],
    [{ contractMonths: '18 tháng' }, 18],
    [{ contract: '', contractMonths: '' }, undefined],
  ])('a contract of %o has %s months', (fields, months) => {
    expect(post('pay', fields).answers?.pay?.contractMonths).toBe(months)
  })

  test('pay is in yen unless said otherwise, and nothing arrived is an answer', () => {
    const { answers } = post('pay', { contractWage: '18万', firstMonth: '0', currency: 'JPY' })
    expect(answers?.pay).toMatchObject({ contractWageMinor: '180000', firstMonthMinor: '0', currency: 'JPY' })
    expect(STEP_FORMS.pay.fieldsOf(noAnswers())).toEqual({ contractWage: '', currency: 'JPY', firstMonth: '' })
    expect(STEP_FORMS.pay.fieldsOf(answers ?? noAnswers())).toMatchObject({ contractWage: '18万', firstMonth: '0' })
    expect(post('pay', { currency: 'JPY' }).answers?.pay).toBeUndefined()
  })

  test('an amount tapped as meant counts at its own field only', () => {
    const fields = { contractWage: '18万', firstMonth: '0.5', currency: 'JPY', meant: '500' }
    expect(post('pay', fields).errors).toEqual({ firstMonth: 'report.amount_suspicious' })
  })

  test('a month of pay that is next to nothing is asked back, and taken when meant', () => {
    const fields = { contractWage: '20', firstMonth: '18', currency: 'JPY' }
    expect(post('pay', fields).errors).toEqual({
      contractWage: 'report.amount_low_pay',
      firstMonth: 'report.amount_low_pay',
    })
    const { answers } = post('pay', { ...fields, meant: '200000', meant_firstMonth: '18' })
    expect(answers?.pay).toMatchObject({ contractWageMinor: '200000', firstMonthMinor: '18' })
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
    expect(stepToResume({ ...noAnswers(), paid: 'yes', pay: { contractMonths: 36 } })).toBe('story')
    expect(stepToResume({ ...noAnswers(), consents: ['keep_complaint'] })).toBe('check')
  })
})
