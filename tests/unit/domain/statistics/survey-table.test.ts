import { describe, expect, it } from 'vitest'
import { SURVEY_BASELINE, SURVEY_DEBT_ANSWERS, SURVEY_RESPONDENTS } from '@/lib/domain/statistics/survey-baseline'
import { surveyTable, type SurveyCounts } from '@/lib/domain/statistics/survey-table'

function counted(known: Partial<SurveyCounts> & Pick<SurveyCounts, 'origin'>): SurveyCounts {
  return {
    reports: 0,
    paidAnswers: known.reports ?? 0,
    paidSendingOrg: 0,
    sendingOrgWithAmount: 0,
    sumSendingOrgJpy: 0n,
    paidBroker: 0,
    brokerWithAmount: 0,
    sumBrokerJpy: 0n,
    paidWithAmount: 0,
    sumPaidJpy: 0n,
    debtAnswers: 0,
    inDebt: 0,
    debtWithAmount: 0,
    sumDebtJpy: 0n,
    ...known,
  }
}

const RATE = '114.88902'

describe('the survey baseline', () => {
  it('adds up to the number of respondents and the published share in debt', () => {
    const rows = Object.values(SURVEY_BASELINE.byOrigin)
    expect(rows.reduce((sum, row) => sum + row.respondents, 0)).toBe(SURVEY_RESPONDENTS)
    expect(Math.round((SURVEY_DEBT_ANSWERS.inDebt / SURVEY_DEBT_ANSWERS.answered) * 1000)).toBe(547)
  })

  it('gives Cambodia the higher average and Indonesia the lower, and marks their shares doubtful', () => {
    const { KH, ID } = SURVEY_BASELINE.byOrigin
    expect([KH?.sendingAverageUsd?.value, ID?.sendingAverageUsd?.value]).toEqual([4_900, 2_000])
    const doubtful = [
      KH?.sendingShareTenths,
      KH?.brokerShareTenths,
      KH?.brokerAverageUsd,
      ID?.sendingShareTenths,
      ID?.brokerShareTenths,
      ID?.brokerAverageUsd,
    ]
    expect(doubtful.every((figure) => figure?.isDoubtful === true)).toBe(true)
  })
})

describe('surveyTable', () => {
  const table = surveyTable(
    [
      counted({
        origin: 'VN',
        reports: 930,
        paidSendingOrg: 910,
        sendingOrgWithAmount: 2,
        sumSendingOrgJpy: 1_312_028n,
        debtAnswers: 900,
        inDebt: 720,
        debtWithAmount: 1,
        sumDebtJpy: 674_480n,
      }),
      counted({ origin: 'KH', reports: 108, paidSendingOrg: 105 }),
      counted({ origin: 'TH', reports: 2 }),
      counted({ origin: 'unknown', reports: 10, paidAnswers: 0 }),
    ],
    RATE,
  )
  const row = (origin: string) => table.find((candidate) => candidate.origin === origin)

  it('has the countries of the survey, those with reports, those who did not say, and all', () => {
    expect(table.map(({ origin }) => origin)).toEqual(['VN', 'CN', 'PH', 'ID', 'MM', 'KH', 'TH', 'unknown', 'all'])
  })

  it('sets shares and averages beside the published ones with the difference', () => {
    expect(row('VN')?.sendingShare).toMatchObject({ people: 910, of: 930, tenths: 978, differenceTenths: 0 })
    expect(row('VN')?.sendingAverage).toMatchObject({ people: 2, jpy: 656_014n, usd: 5_710n, differenceTenths: 0 })
    expect(row('VN')?.debtShare).toMatchObject({ tenths: 800, differenceTenths: 0 })
    expect(row('all')?.reports).toBe(1050)
    expect(row('all')?.sendingShare).toMatchObject({ of: 1040, tenths: 976, differenceTenths: 976 - 853 })
  })

  it('makes no difference out of a doubtful or a missing figure', () => {
    expect(row('KH')?.sendingShare).toMatchObject({ tenths: 972, differenceTenths: null })
    expect(row('TH')?.sendingShare).toMatchObject({ tenths: 0, published: null, differenceTenths: null })
    expect(row('CN')?.sendingShare).toMatchObject({ tenths: null, differenceTenths: null })
    expect(row('CN')?.sendingAverage).toMatchObject({ jpy: null, usd: null, differenceTenths: null })
  })
})
