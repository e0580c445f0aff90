import { describe, expect, it } from 'vitest'
import { COMPARISON_SERIES, comparisonFor, seriesOf } from '@/lib/domain/statistics/comparison/all-series'
import { PUBLISHED_COST_FACTS } from '@/lib/domain/statistics/comparison/published-costs'
import {
  ASSIST_PILOT,
  INSPECTIONS,
  SURVEY_BY_SECTOR,
  SURVEY_BY_STAGE,
  SURVEY_SENDING_PARTS,
} from '@/lib/domain/statistics/comparison/survey-breakdowns'
import { SURVEY_SERIES } from '@/lib/domain/statistics/comparison/survey-series'
import { FOREIGN_WORKERS, SKILLED_WORKERS } from '@/lib/domain/statistics/comparison/workforce'
import {
  SURVEY_BASELINE,
  SURVEY_DEBT_ANSWERS,
  SURVEY_RESPONDENTS,
  SURVEY_TOTAL_ANSWERS,
} from '@/lib/domain/statistics/survey-baseline'
import messages from '@/lib/i18n/messages/en/statistics.json'

const countries = Object.values(SURVEY_BASELINE.byOrigin)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10

describe('the survey of 2021–22, recomputed', () => {
  it('counts the respondents of its six countries and its stages and sectors to 2,184', () => {
    expect(countries.reduce((sum, { respondents }) => sum + respondents, 0)).toBe(SURVEY_RESPONDENTS)
    expect(sum(Object.values(SURVEY_BY_STAGE))).toBe(SURVEY_RESPONDENTS)
    expect(sum(Object.values(SURVEY_BY_SECTOR))).toBe(SURVEY_RESPONDENTS)
  })

  it('has 54.7 % in debt from 1,152 of 2,107', () => {
    expect(percent(SURVEY_DEBT_ANSWERS.inDebt, SURVEY_DEBT_ANSWERS.answered)).toBe(54.7)
    expect(SURVEY_BASELINE.all.debtShareTenths?.value).toBe(547)
  })

  it('cannot have the mean of all below or above the means of all countries', () => {
    for (const column of ['sendingAverageJpy', 'totalAverageJpy', 'debtAverageJpy'] as const) {
      const means = countries.flatMap((row) => (row[column] === null ? [] : [row[column].value]))
      const all = SURVEY_BASELINE.all[column]?.value ?? 0
      expect(all).toBeGreaterThan(Math.min(...means))
      expect(all).toBeLessThan(Math.max(...means))
    }
  })

  it('gives the mean of all from the means of the countries, weighted with payers as far as they are published, within 10 %', () => {
    // Payers of a country: respondents times the share who paid; where the share was not published (CN, MM), the share of all.
    const weighted = countries.map((row) => ({
      payers: row.respondents * ((row.sendingShareTenths ?? SURVEY_BASELINE.all.sendingShareTenths)?.value ?? 0),
      mean: row.sendingAverageJpy?.value ?? 0,
    }))
    const sum = weighted.reduce((total, { payers, mean }) => total + payers * mean, 0)
    const mean = sum / weighted.reduce((total, { payers }) => total + payers, 0)
    expect(Math.abs(mean / (SURVEY_BASELINE.all.sendingAverageJpy?.value ?? 0) - 1)).toBeLessThan(0.1)
  })

  it('needs Indonesia and Cambodia turned round: only then do dollars and yen of one row agree at one rate', () => {
    const rate = (origin: 'VN' | 'KH' | 'ID' | 'PH') => {
      const row = SURVEY_BASELINE.byOrigin[origin]
      return (row?.sendingAverageJpy?.value ?? 0) / (row?.sendingAverageUsd?.value ?? 1)
    }
    for (const origin of ['VN', 'KH', 'ID', 'PH'] as const) {
      expect(rate(origin)).toBeGreaterThan(113)
      expect(rate(origin)).toBeLessThan(119)
    }
    // As the slide prints it, Cambodia would have 571,560 yen for 2,000 dollars.
    expect(571_560 / 2_000).toBeGreaterThan(280)
  })

  it('gives what a broker was paid in Viet Nam at the same rate', () => {
    const { brokerAverageJpy, brokerAverageUsd } = SURVEY_BASELINE.byOrigin.VN ?? {}
    expect((brokerAverageJpy?.value ?? 0) / (brokerAverageUsd?.value ?? 1)).toBeCloseTo(116.1, 1)
  })

  it('leaves the named parts of what a sending organisation got below its mean', () => {
    const { all, byOrigin } = SURVEY_BASELINE
    expect(sum(Object.values(SURVEY_SENDING_PARTS.all))).toBeLessThan(all.sendingAverageJpy?.value ?? 0)
    expect(sum(Object.values(SURVEY_SENDING_PARTS.VN))).toBeLessThan(byOrigin.VN?.sendingAverageJpy?.value ?? 0)
    expect(SURVEY_TOTAL_ANSWERS).toBeLessThan(SURVEY_RESPONDENTS)
  })
})

describe('the context, recomputed', () => {
  it('has the published shares of the workforce and of skilled workers', () => {
    const share = (of: { total: number; byOrigin: Readonly<Record<string, number>> }, origin: string) =>
      percent(of.byOrigin[origin] ?? 0, of.total)
    expect(['VN', 'CN', 'PH', 'NP', 'ID'].map((origin) => share(FOREIGN_WORKERS, origin))).toEqual([
      23.6, 16.8, 10.1, 9.2, 8.9,
    ])
    expect(
      ['VN', 'ID', 'MM', 'PH', 'CN', 'NP', 'KH', 'TH', 'OTHER'].map((origin) => share(SKILLED_WORKERS, origin)),
    ).toEqual([43.9, 20.8, 10.7, 9.7, 6, 2.8, 2.1, 1.9, 2.1])
    expect(Object.values(SKILLED_WORKERS.byOrigin).reduce((sum, people) => sum + people, 0)).toBe(SKILLED_WORKERS.total)
  })

  it('has the published shares of inspections and the parts of the pilot', () => {
    for (const { inspected, inBreach, share } of Object.values(INSPECTIONS))
      expect(percent(inBreach, inspected)).toBe(Math.round(share * 1000) / 10)
    expect(sum(Object.values(ASSIST_PILOT.byTopic))).toBe(ASSIST_PILOT.topics)
  })
})

describe('SDG 10.7.1, as far as the publications allow', () => {
  it('implies a month’s pay of 22.3 million dong in Viet Nam’s survey', () => {
    const { meanCostVnd, months } = PUBLISHED_COST_FACTS.sdg_1071_vn_2021
    expect(Math.round(meanCostVnd / months / 100_000) / 10).toBe(22.3)
  })

  it('has at most all workers in the named destinations of Viet Nam', () => {
    const shares = Object.values(PUBLISHED_COST_FACTS.sdg_1071_vn_2021.destinationShares)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(0.862, 3)
  })

  it('implies 54,000 pesos of cost a person and 1.85 million people in the Philippine survey', () => {
    const { meanFirstMonthPhp, months, totalCostPhp, totalCostUsd } = PUBLISHED_COST_FACTS.sdg_1071_ph_2019
    const cost = meanFirstMonthPhp * months
    expect(cost).toBe(54_000)
    expect(Math.round(totalCostPhp / cost / 10_000) / 100).toBe(1.85)
    // About the rate of those years: 50 to 54 pesos for a dollar.
    expect(totalCostPhp / totalCostUsd).toBeCloseTo(52.6, 1)
  })

  it('implies 7.5 million people in Laos', () => {
    const { returnMigrants, shareOfPopulation } = PUBLISHED_COST_FACTS.lfs_la_2017
    expect(Math.round(returnMigrants / shareOfPopulation / 100_000) / 10).toBe(7.5)
  })
})

describe('published figures beside ours', () => {
  it('finds a country, a corridor to Japan as its country, and all', () => {
    const of = (dimension: 'origin' | 'corridor' | null, value: string | null) =>
      comparisonFor(SURVEY_SERIES, 'paid_sending_share', dimension, value)?.number
    expect(of('origin', 'VN')).toBe(0.978)
    expect(of('corridor', 'VN-JP')).toBe(0.978)
    expect(of(null, null)).toBe(0.853)
    expect(of('origin', 'NP')).toBeUndefined()
  })

  it('marks what stands on one doubtful slide', () => {
    const doubtful = SURVEY_SERIES.points.filter(({ isDoubtful }) => isDoubtful)
    expect(doubtful.map(({ measure, value }) => `${measure} ${value ?? 'all'}`).toSorted()).toEqual([
      'paid_broker_share ID',
      'paid_broker_share KH',
      'paid_sending_share ID',
      'paid_sending_share KH',
    ])
  })

  it('keeps shares between nothing and one, and every caveat in words', () => {
    for (const { points, caveats } of COMPARISON_SERIES) {
      for (const { unit, number } of points) if (unit === 'share') expect(number > 0 && number <= 1).toBe(true)
      for (const caveat of caveats) expect(JSON.stringify(messages)).toContain(caveat)
    }
    expect(seriesOf('knomad_2015_16')?.points).toEqual([])
    expect(seriesOf('nothing')).toBeNull()
  })
})
