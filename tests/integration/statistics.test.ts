import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { countCases, countSurvey } from '@/lib/data/statistics'
import { within } from '@/lib/data/within'
import { DEFAULT_FILTER, type StatisticsFilter } from '@/lib/domain/statistics/filter'
import { STATISTICS } from '@/lib/domain/statistics/registry'
import { csvText } from '@/lib/http/csv'
import { exportStatistic } from '@/lib/usecases/export-statistic'
import { readStatistics } from '@/lib/usecases/read-statistics'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'

type Row = Partial<{
  origin: string | null
  scheme: string
  state: string
  severity: string
  grievance_codes: string[]
  received_at: string
  in_statistics: boolean
  is_test: boolean
  closing_code: string
  paid_answer: string | null
  has_paid_sending: boolean
  paid_sending_jpy: number | null
  has_paid_broker: boolean
  paid_broker_jpy: number | null
  in_debt: boolean | null
  debt_jpy: number | null
}>

const EVERYTHING: StatisticsFilter = { from: null, to: null, scheme: null }
let officeId = ''
const staff = new Map<StaffRole, StaffActor>()

function actor(role: StaffRole): StaffActor {
  const found = staff.get(role)
  if (!found) throw new Error(`no ${role}`)
  return found
}

const addCases = (count: number, row: Row): Promise<void> => addCountedCases(officeId, count, row)

beforeAll(async () => {
  officeId = await anOffice('hand', { isDefaultIntake: true })
  for (const role of ['caseworker', 'supervisor', 'administrator'] as const)
    staff.set(role, await aStaffMember(officeId, role))
  await ownerPool().query(
    `INSERT INTO exchange_rate (currency, period, units_per_usd, source) VALUES ('JPY', '2022-01', 100, 'a test')
     ON CONFLICT (currency, period) DO UPDATE SET units_per_usd = excluded.units_per_usd, source = excluded.source`,
  )
  const paid = { origin: 'VN', paid_answer: 'yes', has_paid_sending: true }
  await addCases(6, {
    ...paid,
    paid_sending_jpy: 600_000,
    has_paid_broker: true,
    paid_broker_jpy: 90_000,
    in_debt: true,
    debt_jpy: 400_000,
  })
  await addCases(2, {
    ...paid,
    paid_sending_jpy: 1_000_000,
    in_debt: true,
    debt_jpy: null,
    state: 'triage',
    severity: 'high',
    grievance_codes: ['fees_debt', 'threats'],
  })
  await addCases(5, { ...paid, paid_sending_jpy: null, in_debt: false, state: 'triage', severity: 'high' })
  await addCases(5, { origin: 'VN', paid_answer: 'no', in_debt: null, received_at: '2026-04-30T15:00:00Z' })
  await addCases(5, { origin: 'VN', paid_answer: 'unsure' })
  await addCases(7, { origin: 'PH', paid_answer: 'no', in_debt: false })
  await addCases(2, {
    origin: 'KH',
    paid_answer: 'yes',
    has_paid_sending: true,
    paid_sending_jpy: 500_000,
    in_debt: true,
    debt_jpy: 1,
  })
  await addCases(6, {
    origin: 'ID',
    paid_answer: 'yes',
    has_paid_sending: true,
    paid_sending_jpy: 300_000,
    in_debt: true,
    debt_jpy: 100_000,
  })
  // None of these is counted.
  await addCases(5, { ...paid, paid_sending_jpy: 9_000_000, in_statistics: false })
  await addCases(5, { ...paid, paid_sending_jpy: 9_000_000, is_test: true })
  await addCases(5, { ...paid, paid_sending_jpy: 9_000_000, state: 'closed', closing_code: 'duplicate_merged' })
  // Only over all schemes.
  await addCases(6, { ...paid, paid_sending_jpy: 100_000, scheme: 'ssw' })
})

describe('counting', () => {
  test('adds up per country over people, and leaves out tests, duplicates and who did not agree', async () => {
    const rows = await within(staffGrant(actor('administrator'), 'statistics.read'), (on) =>
      countSurvey(on, DEFAULT_FILTER),
    )
    expect(rows.find(({ origin }) => origin === 'VN')).toEqual({
      origin: 'VN',
      reports: 23,
      paidAnswers: 18,
      paidSendingOrg: 13,
      sendingOrgWithAmount: 8,
      sumSendingOrgJpy: 5_600_000n,
      paidBroker: 6,
      brokerWithAmount: 6,
      sumBrokerJpy: 540_000n,
      paidWithAmount: 0,
      sumPaidJpy: 0n,
      debtAnswers: 13,
      inDebt: 8,
      debtWithAmount: 6,
      sumDebtJpy: 2_400_000n,
    })
    expect(rows.reduce((sum, { reports }) => sum + reports, 0)).toBe(38)
  })

  test('takes a scheme or every scheme, and months of receipt in Japan', async () => {
    const grant = staffGrant(actor('supervisor'), 'statistics.read')
    const reports = async (filter: StatisticsFilter) =>
      (await within(grant, (on) => countCases(on, 'month', filter))).byCode
    expect(await reports(EVERYTHING)).toEqual(
      new Map([
        ['2026-03', 39],
        ['2026-05', 5],
      ]),
    )
    // 30 April, 15:00 in London is 1 May in Japan.
    expect(await reports({ from: '2026-04', to: '2026-04', scheme: null })).toEqual(new Map())
    expect(await reports({ from: '2026-05', to: null, scheme: 'titp' })).toEqual(new Map([['2026-05', 5]]))
    expect((await within(grant, (on) => countCases(on, 'grievance', DEFAULT_FILTER))).byCode).toEqual(
      new Map([
        ['fees_debt', 38],
        ['threats', 2],
      ]),
    )
  })

  test('is refused by the database to a caseworker, a worker and nobody', async () => {
    const caseworker = staffGrant(actor('caseworker'), 'case.list')
    for (const query of [
      'SELECT * FROM app.survey_by_origin(NULL, NULL, NULL)',
      `SELECT * FROM app.case_counts('state', NULL, NULL, NULL)`,
      'SELECT * FROM app.recruitment_cost_by_origin(NULL, NULL, NULL)',
    ]) {
      await expect(within(caseworker, (on) => on.db.$queryRawUnsafe(query))).rejects.toThrow(
        /supervisors and administrators/,
      )
    }
    expect(() => staffGrant(actor('caseworker'), 'statistics.read')).toThrow(/may not/)
  })

  test('is all an administrator gets: no case, no line of a case, whatever the query', async () => {
    const grant = staffGrant(actor('administrator'), 'statistics.read')
    for (const table of [
      'cases',
      'case_key',
      'statement',
      'case_person',
      'case_party',
      'fee_line',
      'loan',
      'message',
      'note',
      'evidence',
      'referral',
      'deadline',
    ]) {
      const rows = await within(grant, (on) => on.db.$queryRawUnsafe<unknown[]>(`SELECT * FROM ${table}`))
      expect([table, rows.length]).toEqual([table, 0])
    }
  })
})

describe('the page', () => {
  test('shows shares, means and differences of a country, and dollars at the rate it names', async () => {
    const { survey } = await readStatistics(staffGrant(actor('administrator'), 'statistics.read'), DEFAULT_FILTER)
    const row = survey.rows.find(({ origin }) => origin === 'VN')
    expect(row?.reports).toBe(23)
    expect(row?.sendingShare).toMatchObject({ people: 13, of: 18, tenths: 722, differenceTenths: 722 - 978 })
    expect(row?.sendingAverage).toMatchObject({ people: 8, jpy: 700_000n, usd: 7_000n, differenceTenths: 67 })
    expect(row?.debtShare).toMatchObject({ people: 8, of: 13, tenths: 615 })
    expect(survey.rate).toEqual({ jpyPerUsd: '100', period: '2022-01', source: 'a test' })
  })

  test('holds back a country of two, and a second one so that the total does not tell it', async () => {
    const { survey, counts } = await readStatistics(
      staffGrant(actor('administrator'), 'statistics.read'),
      DEFAULT_FILTER,
    )
    const of = (origin: string) => survey.rows.find((row) => row.origin === origin)
    expect(['KH', 'ID', 'PH', 'VN', 'all'].map((origin) => of(origin)?.reports)).toEqual(['s', 's', 7, 23, 38])
    for (const origin of ['KH', 'ID']) {
      expect(of(origin)?.sendingAverage).toMatchObject({ people: 's', jpy: 's', usd: 's', differenceTenths: 's' })
      expect(of(origin)?.debtShare).toMatchObject({ people: 's', of: 's', tenths: 's' })
    }
    expect(counts.find(({ dimension }) => dimension === 'grievance')?.rows).toContainEqual({
      code: 'threats',
      reports: 's',
    })
    expect(
      counts.find(({ dimension }) => dimension === 'state')?.rows.filter(({ reports }) => reports === 's').length,
    ).not.toBe(1)
  })
})

describe('of several offices', () => {
  test('a supervisor counts the own one, an administrator all: nobody can subtract one from the other', async () => {
    const elsewhere = await anOffice('elsewhere')
    const reportsOf = async (who: StaffActor) =>
      (await within(staffGrant(who, 'statistics.read'), (on) => countCases(on, 'state', EVERYTHING))).reports
    const surveyOf = async (who: StaffActor) =>
      (await within(staffGrant(who, 'statistics.read'), (on) => countSurvey(on, EVERYTHING))).length
    const other = await aStaffMember(elsewhere, 'supervisor')
    expect([await reportsOf(other), await surveyOf(other)]).toEqual([0, 0])
    const all = await reportsOf(actor('supervisor'))
    expect(await reportsOf(await aStaffMember(elsewhere, 'administrator'))).toBe(all)
    expect(await reportsOf(actor('administrator'))).toBe(all)
  })
})

describe('an export', () => {
  test('says the same as the page, cell by cell', async () => {
    const administrator = actor('administrator')
    const { survey, counts } = await readStatistics(staffGrant(administrator, 'statistics.read'), DEFAULT_FILTER)
    const file = await exportStatistic(staffGrant(administrator, 'statistics.export'), 'fees-by-origin', DEFAULT_FILTER)
    if (!file.ok) throw new Error(file.error.code)
    const column = (name: string) => file.value.table.rows.map((row) => row[file.value.table.columns.indexOf(name)])
    expect(column('origin')).toEqual(survey.rows.map(({ origin }) => origin))
    expect(column('reports')).toEqual(survey.rows.map(({ reports }) => reports))
    expect(column('sending_mean_jpy')).toEqual(survey.rows.map((row) => row.sendingAverage.jpy))
    expect(column('survey_sending_mean_usd')[survey.rows.findIndex(({ origin }) => origin === 'ID')]).toBe(2_000)
    expect(column('basis')).toContain('self_reported_not_a_sample')
    const states = await exportStatistic(
      staffGrant(administrator, 'statistics.export'),
      'cases-by-state',
      DEFAULT_FILTER,
    )
    if (!states.ok) throw new Error(states.error.code)
    expect(states.value.table.rows.map(([code, reports]) => ({ code, reports }))).toEqual(
      counts.find(({ dimension }) => dimension === 'state')?.rows,
    )
  })

  test('of every table holds no small number, is kept in the audit trail, and an unknown one is refused', async () => {
    const grant = staffGrant(actor('supervisor'), 'statistics.export')
    for (const { name } of STATISTICS) {
      const file = await exportStatistic(grant, name, { from: '2026-03', to: '2026-05', scheme: null })
      if (!file.ok) throw new Error(file.error.code)
      const { columns, rows } = file.value.table
      const people = columns.flatMap((column, place) =>
        /^(?:reports|all_reports|\w+_people|\w+_answered|\w+_amounts)$/.test(column) ? [place] : [],
      )
      const [paid, answered] = ['sending_people', 'sending_answered'].map((column) => columns.indexOf(column))
      for (const row of rows) {
        const others = Number(row[answered ?? -1]) - Number(row[paid ?? -1])
        expect(Number.isNaN(others) || others === 0 || others >= 5).toBe(true)
      }
      for (const row of rows)
        for (const place of people)
          expect(['s', 0].includes(row[place] as string) || Number(row[place]) >= 5).toBe(true)
      expect(csvText(columns, rows).split('\r\n')).toHaveLength(rows.length + 2)
    }
    const { rows } = await ownerPool().query(
      `SELECT actor_id, detail FROM audit_event WHERE action = 'statistics.export' AND actor_id = $1 ORDER BY seq`,
      [actor('supervisor').id],
    )
    expect(rows).toHaveLength(STATISTICS.length)
    expect(rows[0]).toMatchObject({
      detail: { statistic: 'fees-by-origin', from: '2026-03', to: '2026-05', scheme: 'all' },
    })
    expect(await exportStatistic(grant, 'cases-by-name', EVERYTHING)).toEqual({
      ok: false,
      error: { code: 'unknown_statistic' },
    })
  })
})
