import { describe, expect, test } from 'vitest'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { prune } from '@/lib/domain/report/reached-answers'
import { answersTold, toldOf, toldReportSchema } from '@/lib/schemas/report/told-report'

const TODAY = '2026-11-21'

const FULL: ReportAnswers = {
  ...noAnswers(),
  grievances: ['fees_debt', 'violence'],
  dangers: ['in_danger_now', 'injured_without_care'],
  origin: 'VN',
  scheme: 'titp',
  parties: [{ role: 'broker', name: 'chú Ba' }, { role: 'accepting_company' }],
  paid: 'yes',
  fees: [
    {
      payeeRole: 'broker',
      payeeName: 'chú Ba',
      category: 'rf_broker_introduction',
      amountText: '120',
      amountMinor: '120000000',
      currency: 'VND',
      paidOn: '2025-02',
      method: 'deduction',
      instalments: 6,
      receipt: 'none',
      toldBeforeSigning: 'no',
      refundedText: '1 triệu',
      refundedMinor: '1000000',
    },
    {
      lumpCategories: ['rc_medical', 'rc_visa_permit'],
      amountText: '20-25 triệu',
      amountMinor: '20000000',
      amountMaxMinor: '25000000',
      currency: 'VND',
      precision: 'range',
      paidOn: '2024',
    },
    { payeeRole: 'sending_organization', precision: 'forgotten' },
  ],
  debt: {
    borrowed: 'yes',
    owedText: '50 triệu',
    owedMinor: '50000000',
    currency: 'VND',
    ratePercent: '1.5',
    ratePeriod: 'month',
  },
  pay: { contractMonths: 36, contractWageText: '165000', contractWageMinor: '165000', currency: 'JPY' },
  story: 'Họ giữ hộ chiếu.\nTừ tháng ba.',
  contact: { channel: 'phone', detail: '090 1234 5678', safeTimes: 'after 8', mayLeaveMessage: false },
  consents: ['keep_complaint', 'contact_worker'],
}

/** As the server gets it: text and nothing else. */
const overTheLine = (answers: ReportAnswers) => {
  const told = JSON.parse(JSON.stringify({ v: 1, token: 'a'.repeat(43), locale: 'vi', ...toldOf(answers) })) as unknown
  return toldReportSchema.parse(told)
}
const plain = (answers: ReportAnswers) => JSON.parse(JSON.stringify(prune(answers))) as unknown

describe('a report told by a phone', () => {
  test.each([
    ['nothing at all', noAnswers()],
    ['everything', FULL],
    ['nothing paid', { ...FULL, paid: 'no', fees: [], debt: undefined }],
    ['only here', { ...FULL, contact: { channel: 'here_only' } }],
  ] satisfies [string, ReportAnswers][])('%s is read by the server as it was answered', (_name, answers) => {
    expect(JSON.parse(JSON.stringify(answersTold(overTheLine(answers), TODAY)))).toEqual(plain(answers))
  })

  test('a field that no form takes is left out, and nothing else', () => {
    const told = overTheLine(FULL)
    told.steps['corridor'] = { origin: 'XX' }
    const [line] = told.fees
    if (line === undefined) throw new Error('no line')
    line['amount'] = { ...line['amount'], year: '2031', month: '4' }
    const read = answersTold(told, TODAY)
    expect(read.origin).toBeUndefined()
    expect(read.scheme).toBe('titp')
    expect(read.fees[0]).toMatchObject({ amountMinor: '120000000', payeeName: 'chú Ba' })
    expect(read.fees[0]?.paidOn).toBeUndefined()
  })

  test('what is no report is refused', () => {
    const told = overTheLine(FULL)
    for (const wrong of [
      { ...told, token: 'short' },
      { ...told, v: 2 },
      { ...told, locale: 'xx' },
      { ...told, fees: Array.from({ length: 101 }, () => ({})) },
      { ...told, steps: { story: { story: 5 } } },
      null,
      'text',
    ])
      expect(toldReportSchema.safeParse(wrong).success).toBe(false)
  })
})
