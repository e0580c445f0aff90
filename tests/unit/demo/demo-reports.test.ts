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
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'
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
      .flatMap(({ answers }) => [
        ...answers.fees,
        { amountText: answers.debt?.owedText, amountMinor: answers.debt?.owedMinor, currency: answers.debt?.currency },
      ])
      .filter(({ amountText, amountMinor, currency }) => {
        if (amountText === undefined || currency === undefined) return false
        const read = parseAmount(amountText, currency)
        return !read.ok || read.value.amountMinor.toString() !== amountMinor
      })
    expect(wrong).toEqual([])
  })

  test('lose nothing on the path of their own answers', () => {
    for (const { answers } of full) {
      const pruned = prune(answers)
      expect(pruned.fees).toEqual(answers.fees)
      expect(pruned.debt).toEqual(answers.debt)
      expect(pruned.consents).toContain('statistics')
    }
  })

  test('have names that nobody takes for real ones', () => {
    const sample = /mẫu|样例|contoh|halimbawa|sampol|နမူနာ|គំរូ|mihon|みほん|見本/iu
    const names = full.flatMap(({ answers }) =>
      answers.parties.flatMap(({ name }) => (name === undefined ? [] : [name])),
    )
    expect(new Set(names.filter((name) => !sample.test(name)))).toEqual(new Set())
    expect(new Set(names).size).toBeGreaterThan(25)
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
