import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { demoReports, DEMO_SIZES } from '@/lib/demo/demo-report'
import { planLife } from '@/lib/demo/life/life-plan'
import { keptUp, schedule } from '@/lib/demo/life/schedule'
import { randomFrom } from '@/lib/demo/random'
import { DEMO_COUNTRIES } from '@/lib/demo/survey/figure'
import { SURVEY_PLAN } from '@/lib/demo/survey/survey-plan'
import { DEMO_GRIEVANCES } from '@/lib/demo/words/language-words'
import { WORDS_OF } from '@/lib/demo/words/words-of'
import { COLLATERALS, RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { PAYMENT_METHODS, PRECISIONS } from '@/lib/domain/fees/payment-methods'
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { PERSON_FIELDS, SECTOR_CODES } from '@/lib/domain/report/person-facts'
import { prune } from '@/lib/domain/report/reached-answers'
import { STATES } from '@/lib/domain/workflow/states'

const today = new Date('2026-11-21T09:00:00Z')
const rates = readFileSync('prisma/seed/exchange-rates.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [currency = '', period = '', unitsPerUsd = '', ...source] = line.split(',')
    return isCurrencyCode(currency) ? [{ currency, period, unitsPerUsd, source: source.join(',') }] : []
  })
/** Every amount of a report, as typed and as read. */
function amountsIn({ fees, debt, pay }: ReportAnswers) {
  const one = (text: string | undefined, minor: string | undefined, currency: CurrencyCode | undefined) =>
    text === undefined && minor === undefined ? [] : [{ text, minor, currency }]
  return [
    ...fees.flatMap((line) => [
      ...one(line.amountText, line.amountMinor, line.currency),
      ...one(line.amountMaxText, line.amountMaxMinor, line.currency),
      ...one(line.refundedText, line.refundedMinor, line.currency),
    ]),
    ...one(debt?.owedText, debt?.owedMinor, debt?.currency),
    ...one(debt?.principalText, debt?.principalMinor, debt?.currency),
    ...one(debt?.monthlyText, debt?.monthlyMinor, debt?.currency),
    ...one(pay?.contractWageText, pay?.contractWageMinor, pay?.currency),
    ...one(pay?.firstMonthText, pay?.firstMonthMinor, pay?.currency),
  ]
}

const full = demoReports('full', today, rates)
const small = demoReports('small', today, rates)

describe('the reports of the demonstration', () => {
  test('are as many as the survey has answers, and the same ones every time', () => {
    expect(full).toHaveLength(2184)
    expect(new Set(full.map(({ submissionId }) => submissionId)).size).toBe(2184)
    expect(demoReports('small', today, rates)).toEqual(small)
    expect(small).toHaveLength(DEMO_SIZES.small)
  })

  test('stand in every state, in a small load as well', () => {
    for (const reports of [full, small])
      expect(new Set(reports.map(({ course }) => course.state))).toEqual(new Set(STATES))
  })

  test('arrived within the last eighteen months', () => {
    const ages = full.map(({ course }) => (today.getTime() - course.receivedAt.getTime()) / 86_400_000)
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...ages)).toBeLessThan(549)
  })

  test('write amounts in a way that the product reads as the same amount', () => {
    const wrong = full
      .flatMap(({ answers }) => amountsIn(answers))
      .filter(({ text, minor, currency }) => {
        if (text === undefined || currency === undefined) return text !== minor
        const read = parseAmount(text, currency)
        return !read.ok || read.value.amountMinor.toString() !== minor
      })
    expect(wrong).toEqual([])
  })

  test('lose nothing on the path of their own answers', () => {
    for (const { answers } of full) {
      const pruned = prune(answers)
      expect(pruned.fees).toEqual(answers.fees)
      expect(pruned.debt).toEqual(answers.debt)
      expect(pruned.pay).toEqual(answers.pay)
      expect(pruned.consents).toContain('statistics')
    }
  })

  test('tell of pay as often where nothing was paid: they count for the recruitment cost indicator, too', () => {
    const nothing = full.filter(({ answers }) => answers.paid === 'no')
    const withPay = nothing.filter(({ answers }) => answers.pay?.firstMonthMinor !== undefined)
    expect(withPay.length).toBeGreaterThan(nothing.length * 0.6)
  })

  test('have names that nobody takes for real ones', () => {
    const sample = /mẫu|样例|contoh|halimbawa|sampol|နမူနာ|គំរូ|mihon|みほん|見本/iu
    const names = full.flatMap(({ answers }) =>
      answers.parties.flatMap(({ name }) => (name === undefined ? [] : [name])),
    )
    expect(new Set(names.filter((name) => !sample.test(name)))).toEqual(new Set())
    expect(new Set(names).size).toBeGreaterThan(25)
  })

  test('mostly say who they are, with every answer told by some and left out by others', () => {
    const told = full.flatMap(({ answers }) => answers.person ?? [])
    expect(told.length / full.length).toBeGreaterThan(0.75)
    expect(told.length / full.length).toBeLessThan(0.85)
    for (const field of PERSON_FIELDS) expect(new Set(told.map((person) => person[field]))).toContain(null)
    expect(new Set(told.map(({ sector }) => sector))).toEqual(new Set([...SECTOR_CODES, null]))
    const women = told.filter(({ sex }) => sex === 'female').length
    expect(women / told.filter(({ sex }) => sex !== null).length).toBeCloseTo(0.42, 1)
  })

  test('tell their story in the script of their country', () => {
    const scripts = {
      VN: /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/u,
      CN: /\p{Script=Han}/u,
      ID: /[a-z]/u,
      PH: /[a-z]/u,
      MM: /\p{Script=Myanmar}/u,
      KH: /\p{Script=Khmer}/u,
    } as const
    for (const { country, answers } of full) expect(answers.story).toMatch(scripts[country])
    for (const country of DEMO_COUNTRIES)
      expect(Object.keys(WORDS_OF[country].grievances).toSorted()).toEqual([...DEMO_GRIEVANCES].toSorted())
  })
})

describe('what the reports of the demonstration tell of money', () => {
  const lines = full.flatMap(({ answers }) => answers.fees)

  test('is vague in every way people are vague', () => {
    expect(new Set(lines.map(({ precision }) => precision))).toEqual(new Set(PRECISIONS))
    expect(lines.filter(({ paidOn }) => paidOn?.length === 4).length).toBeGreaterThan(100)
    expect(lines.filter(({ lumpCategories }) => (lumpCategories?.length ?? 0) > 1).length).toBeGreaterThan(50)
    for (const { precision, amountMinor, amountMaxMinor } of lines) {
      expect(amountMinor === undefined).toBe(precision === 'forgotten')
      if (precision === 'range') expect(BigInt(amountMaxMinor ?? 0)).toBeGreaterThan(BigInt(amountMinor ?? 0))
    }
  })

  test('knows every way of paying, deductions in instalments and money that came back in part', () => {
    expect(new Set(lines.map(({ method }) => method))).toEqual(new Set(PAYMENT_METHODS))
    for (const { method, instalments } of lines) expect(instalments !== undefined).toBe(method === 'deduction')
    const refunds = lines.filter(({ refundedMinor }) => refundedMinor !== undefined)
    expect(refunds.length).toBeGreaterThan(20)
    for (const { refundedMinor, amountMinor } of refunds)
      expect(BigInt(refundedMinor ?? 0)).toBeLessThanOrEqual(BigInt(amountMinor ?? 0))
  })

  test('was paid under the old law and under the new one, and before the report came', () => {
    const years = new Set(lines.map(({ paidOn }) => Number(paidOn?.slice(0, 4))))
    for (let year = 2017; year <= 2026; year += 1) expect(years).toContain(year)
    for (const { answers, course } of full) {
      for (const { paidOn = '' } of answers.fees)
        expect(paidOn.localeCompare(course.receivedAt.toISOString().slice(0, paidOn.length))).toBeLessThanOrEqual(0)
    }
  })

  test('has the pay of the survey: a mean of about 149,146 yen told, as much or more for 79 in a hundred', () => {
    const pays = full.flatMap(({ answers }) => answers.pay ?? [])
    const told = pays.flatMap(({ contractWageMinor }) =>
      contractWageMinor === undefined ? [] : [Number(contractWageMinor)],
    )
    expect(Math.abs(told.reduce((sum, yen) => sum + yen, 0) / told.length - 149_146)).toBeLessThan(1500)
    const both = pays.filter((pay) => pay.contractWageMinor !== undefined && pay.firstMonthMinor !== undefined)
    const asTold = both.filter((pay) => Number(pay.firstMonthMinor) >= Number(pay.contractWageMinor))
    expect(Math.abs(asTold.length / both.length - 0.79)).toBeLessThan(0.03)
    expect(new Set(pays.map(({ contractMonths }) => contractMonths))).toEqual(new Set([12, 36, 60, undefined]))
  })

  test('has loans that can be paid back: no more is owed than was lent, and a month pays more than its interest', () => {
    const loans = full.flatMap(({ answers }) => (answers.debt?.borrowed === 'yes' ? [answers.debt] : []))
    expect(new Set(loans.map(({ collateral }) => collateral))).toEqual(new Set([...COLLATERALS, undefined]))
    expect(new Set(loans.map(({ ratePeriod }) => ratePeriod))).toEqual(new Set([...RATE_PERIODS, undefined]))
    for (const { owedMinor, principalMinor, monthlyMinor, ratePercent, ratePeriod } of loans) {
      if (principalMinor !== undefined) expect(BigInt(principalMinor)).toBeGreaterThanOrEqual(BigInt(owedMinor ?? 0))
      if (monthlyMinor === undefined || ratePeriod !== 'month') continue
      expect(Number(monthlyMinor)).toBeGreaterThan((Number(owedMinor) * Number(ratePercent)) / 100)
    }
  })
})

describe('the plan of the survey', () => {
  test('gives a reason for every figure, published or assumed', () => {
    for (const plan of Object.values(SURVEY_PLAN)) {
      for (const figure of Object.values(plan).flatMap((part) => Object.values(part))) {
        expect(['published', 'assumed']).toContain(figure.basis)
        expect(figure.reason.length).toBeGreaterThan(3)
      }
    }
  })

  test('adds up to the people of all countries', () => {
    const sum = (of: (plan: (typeof SURVEY_PLAN)['VN']) => number) =>
      DEMO_COUNTRIES.reduce((total, country) => total + of(SURVEY_PLAN[country]), 0)
    expect(sum((plan) => plan.sending.payers.value)).toBe(1863)
    expect(sum((plan) => plan.broker.payers.value)).toBe(251)
    expect(sum((plan) => plan.debt.answers.value)).toBe(2107)
    expect(sum((plan) => plan.debt.inDebt.value)).toBe(1152)
    expect(sum((plan) => plan.sending.withAmount.value + plan.broker.withoutSendingAmount.value)).toBe(1369)
  })
})

test('everything in the life of a case happens after its report and before today, in order', () => {
  for (const report of full) {
    const random = randomFrom(report.submissionId)
    const words = WORDS_OF[report.country]
    const scheduled = { state: report.course.state, severity: 'high', receivedAt: report.course.receivedAt } as const
    const acts = keptUp(
      schedule(planLife(report, words, random), scheduled, today, random),
      scheduled,
      words.officer.progress,
      today,
      random,
    )
    const moments = [report.course.receivedAt, ...acts.map(({ moment }) => moment), today].map((moment) =>
      moment.getTime(),
    )
    expect(moments.toSorted((a, b) => a - b)).toEqual(moments)
  }
})
