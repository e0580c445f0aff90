import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { countRecruitmentCost } from '@/lib/data/recruitment-cost'
import { within } from '@/lib/data/within'
import { indicatorSummary, type CostAndEarnings } from '@/lib/domain/fees/measures/indicator-summary'
import { DEFAULT_FILTER } from '@/lib/domain/statistics/filter'
import type { RecruitmentCost } from '@/lib/domain/statistics/recruitment-cost'
import { exportStatistic } from '@/lib/usecases/export-statistic'
import { readStatistics } from '@/lib/usecases/read-statistics'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { addCountedCases, type CaseColumns } from '../support/counted-cases'

let officeId = ''
const staff = new Map<StaffRole, StaffActor>()

function actor(role: StaffRole): StaffActor {
  const found = staff.get(role)
  if (!found) throw new Error(`no ${role}`)
  return found
}

const add = (count: number, columns: CaseColumns) => addCountedCases(officeId, count, columns)

// Uneven on purpose: pay rises against cost, so that the mean of ratios is not the ratio of means.
const VIETNAM: readonly CostAndEarnings[] = Array.from({ length: 37 }, (_, index) => ({
  costJpy: BigInt(15_000 * ((index * 17) % 41)),
  earningsJpy: BigInt(90_000 + 7_919 * ((index * 5) % 23)),
}))
const PHILIPPINES: readonly CostAndEarnings[] = Array.from({ length: 7 }, (_, index) => ({
  costJpy: 40_000n,
  earningsJpy: BigInt(100_000 + 10_000 * index),
}))

beforeAll(async () => {
  officeId = await anOffice('hand', { isDefaultIntake: true })
  for (const role of ['supervisor', 'administrator'] as const) staff.set(role, await aStaffMember(officeId, role))
  const judged = { ruled_line_count: 2, over_line_count: 1, above_cap_jpy: 100_000, above_zero_fee_jpy: 300_000 }
  for (const { costJpy, earningsJpy } of VIETNAM) {
    await add(1, { origin: 'VN', recruitment_cost_jpy: costJpy, last_month_jpy: earningsJpy, ...judged })
  }
  // Counted for the mean cost, not for the indicator: without earnings, or with none above zero.
  await add(5, { origin: 'VN', recruitment_cost_jpy: 500_000 })
  await add(1, { origin: 'VN', recruitment_cost_jpy: 500_000, last_month_jpy: 0 })
  // Earnings without a cost count nowhere.
  await add(6, { origin: 'VN', last_month_jpy: 150_000 })
  for (const { costJpy, earningsJpy } of PHILIPPINES) {
    const cost = { recruitment_cost_jpy: costJpy, first_month_jpy: earningsJpy, last_month_jpy: earningsJpy * 2n }
    await add(1, { origin: 'PH', ...cost, ruled_line_count: 1, above_cap_jpy: 0, above_zero_fee_jpy: 40_000 })
  }
  await add(2, {
    origin: 'KH',
    recruitment_cost_jpy: 700_000,
    first_month_jpy: 90_000,
    last_month_jpy: 100_000,
    ...judged,
  })
  await add(6, { recruitment_cost_jpy: 200_000, first_month_jpy: 90_000, last_month_jpy: 100_000, ...judged })
  // None of these is counted.
  const extreme = { origin: 'VN', recruitment_cost_jpy: 90_000_000, last_month_jpy: 1, ...judged }
  await add(5, { ...extreme, in_statistics: false })
  await add(5, { ...extreme, is_test: true })
  await add(5, { ...extreme, state: 'closed', closing_code: 'duplicate_merged' })
  await add(5, { ...extreme, scheme: 'ssw' })
})

async function countedFor(role: StaffRole): Promise<readonly RecruitmentCost[]> {
  return within(staffGrant(actor(role), 'statistics.read'), (on) => countRecruitmentCost(on, DEFAULT_FILTER))
}

function expectSame(found: RecruitmentCost['indicator']['last_month'] | undefined, people: readonly CostAndEarnings[]) {
  const own = indicatorSummary(people)
  const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 9))
  expect(found).toEqual({
    ...own,
    meanOfRatios: near(own.meanOfRatios),
    ratioOfMeans: near(own.ratioOfMeans),
    median: near(own.median),
    p25: people.length < 10 ? null : near(own.p25),
    p75: people.length < 10 ? null : near(own.p75),
    p80: people.length < 10 ? null : near(own.p80),
  })
}

describe('counting what recruitment cost', () => {
  test('gives what the domain gives, by country and over all, each ratio within one person', async () => {
    const rows = await countedFor('administrator')
    const of = (origin: string) => rows.find((row) => row.origin === origin)
    expectSame(of('VN')?.indicator.last_month, VIETNAM)
    expectSame(of('PH')?.indicator.first_month, PHILIPPINES)
    const others = [
      ...Array.from({ length: 2 }, () => ({ costJpy: 700_000n, earningsJpy: 100_000n })),
      ...Array.from({ length: 6 }, () => ({ costJpy: 200_000n, earningsJpy: 100_000n })),
      ...PHILIPPINES.map(({ costJpy, earningsJpy }) => ({ costJpy, earningsJpy: earningsJpy * 2n })),
    ]
    expectSame(of('all')?.indicator.last_month, [...VIETNAM, ...others])
    expect(rows.map(({ origin }) => origin).toSorted()).toEqual(['KH', 'PH', 'VN', 'all', 'unknown'])
    expect(rows.at(-1)?.origin).toBe('all')
  })

  test('counts reports without earnings for the cost only, and people without a cost for neither', async () => {
    const vietnam = (await countedFor('supervisor')).find(({ origin }) => origin === 'VN')
    expect(vietnam).toMatchObject({
      reports: 49,
      costs: 43,
      indicator: { first_month: { n: 0 }, last_month: { n: 37 } },
    })
    const cost = VIETNAM.reduce((sum, { costJpy }) => sum + costJpy, 3_000_000n)
    // 329,302 with three digits: a mean over one person more or less tells little of that person.
    expect(cost).toBe(14_160_000n)
    expect(vietnam?.meanCostJpy).toBe(329_000n)
    expect(vietnam).toMatchObject({ judged: 37, judgedOver: 37, ruledLines: 74, overLines: 37 })
    expect(vietnam).toMatchObject({ assessed: 37, aboveZeroFeeJpy: 11_100_000n, aboveCapJpy: 3_700_000n })
  })

  test('lets no figure of fewer than five out of the database', async () => {
    const cambodia = (await countedFor('administrator')).find(({ origin }) => origin === 'KH')
    expect(cambodia).toMatchObject({
      reports: 2,
      meanCostJpy: null,
      ruledLines: null,
      overLines: null,
      aboveZeroFeeJpy: null,
      aboveCapJpy: null,
    })
    expect(cambodia?.indicator.last_month).toMatchObject({ meanOfRatios: null, ratioOfMeans: null, median: null })
  })
})

describe('the recruitment cost table', () => {
  test('holds back a country of two and a second one, and quartiles of fewer than ten', async () => {
    const { recruitmentCost } = await readStatistics(
      staffGrant(actor('administrator'), 'statistics.read'),
      DEFAULT_FILTER,
    )
    const of = (origin: string) => recruitmentCost.find((row) => row.origin === origin)
    expect(['KH', 'unknown', 'PH', 'VN', 'all'].map((origin) => of(origin)?.reports)).toEqual(['s', 's', 7, 49, 64])
    expect(of('KH')).toMatchObject({ meanCostJpy: 's', over: { tenths: 's' }, cap: { people: 's', jpy: 's' } })
    expect(of('PH')?.indicator.first_month).toMatchObject({
      people: 7,
      median: 3,
      p25: 's',
      p80: 's',
      isBoxDrawn: false,
    })
    expect(of('VN')?.indicator.last_month).toMatchObject({ people: 37, isBoxDrawn: true })
    expect(of('VN')?.indicator.first_month).toMatchObject({ people: 0, median: null, meanOfRatios: null })
    expect(of('VN')?.over).toEqual({ payments: 74, tenths: 500 })
  })

  test('is exported as it is shown, with what the figures mean in every row', async () => {
    const grant = staffGrant(actor('administrator'), 'statistics.export')
    const file = await exportStatistic(grant, 'recruitment-cost', DEFAULT_FILTER)
    if (!file.ok) throw new Error(file.error.code)
    const { columns, rows } = file.value.table
    const { recruitmentCost } = await readStatistics(
      staffGrant(actor('administrator'), 'statistics.read'),
      DEFAULT_FILTER,
    )
    const column = (name: string) => rows.map((row) => row[columns.indexOf(name)])
    expect(column('origin')).toEqual(recruitmentCost.map(({ origin }) => origin))
    expect(column('cost_people')).toEqual(recruitmentCost.map(({ costs }) => costs))
    expect(column('last_month_median_months')).toEqual(
      recruitmentCost.map(
        ({
          indicator: {
            last_month: { median },
          },
        }) => (typeof median === 'number' ? median / 10 : median),
      ),
    )
    expect(new Set(column('default_earnings'))).toEqual(new Set(['first_month']))
    expect(new Set(column('basis'))).toEqual(new Set(['self_reported_not_a_sample']))
    expect(column('codes_version')[0]).toMatch(/^[0-9a-f]{8}$/u)
  })
})
