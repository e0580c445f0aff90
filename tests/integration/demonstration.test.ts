import { beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { countSurvey } from '@/lib/data/statistics'
import { within } from '@/lib/data/within'
import { DEMO_ACCOUNTS } from '@/lib/demo/accounts'
import { loadDemonstration } from '@/lib/demo/load'
import { grantStaff } from '@/lib/access/grant'
import { SURVEY_BASELINE } from '@/lib/domain/statistics/survey-baseline'
import { surveyTable, type SurveyRow } from '@/lib/domain/statistics/survey-table'
import { STATES } from '@/lib/domain/workflow/states'
import { ownerPool, ownerUrl } from '../support/database'

// The survey's rate of January 2022, for the dollar columns.
const JPY_PER_USD = '114.88902'

let table: SurveyRow[] = []

beforeAll(async () => {
  process.env['DATABASE_URL'] = ownerUrl
  await loadReferenceData(ownerUrl)
  await loadDemonstration({ onProgress: () => undefined })
  const admin = DEMO_ACCOUNTS.find(({ role }) => role === 'administrator')
  const { rows } = await ownerPool().query<{ id: string; office_id: string }>('SELECT id, office_id FROM staff WHERE email = $1', [admin?.email])
  const grant = grantStaff({ kind: 'staff', id: rows[0]?.id ?? '', officeId: rows[0]?.office_id ?? '', role: 'administrator', displayName: '', locale: 'en' }, 'statistics.read')
  if (!grant) throw new Error('an administrator reads statistics')
  const counts = await within(grant, (on) => countSurvey(on, { from: null, to: null, scheme: null }))
  table = surveyTable(counts, JPY_PER_USD)
}, 240_000)

describe('the survey table over the demonstration data', () => {
  test('has the reports of every country', () => {
    for (const row of table) expect([row.origin, row.reports]).toEqual([row.origin, row.publishedRespondents])
    expect(table).toHaveLength(7)
  })

  test('reproduces every published average to the yen', () => {
    const averages = table.flatMap((row) => [row.sendingAverage, row.brokerAverage, row.totalAverage, row.debtAverage].flatMap(({ jpy, publishedJpy }) => (publishedJpy ? [[row.origin, jpy, BigInt(publishedJpy.value)]] : [])))
    expect(averages.length).toBe(20)
    for (const [origin, ours, published] of averages) expect([origin, ours]).toEqual([origin, published])
  })

  test('reproduces every published share that a number of people can give to a tenth of a point', () => {
    for (const row of table) {
      for (const { tenths, published, differenceTenths } of [row.sendingShare, row.brokerShare, row.debtShare]) {
        if (!published || published.isDoubtful) continue
        // 3.3 % of 281 is no number of people: nine are 3.2 %.
        expect([row.origin, Math.abs(differenceTenths ?? 99)]).toEqual([row.origin, published.value === 33 ? 1 : 0])
        expect(tenths).not.toBeNull()
      }
    }
  })

  test('comes near the doubtful dollar figures of brokers, and to the corrected ones of sending organisations within two in a hundred', () => {
    for (const row of table) {
      for (const { usd, publishedUsd } of [row.sendingAverage, row.brokerAverage]) {
        if (publishedUsd) expect(Math.abs(Number(usd) - publishedUsd.value) / publishedUsd.value).toBeLessThan(0.025)
      }
    }
  })

  test('rests on as many answers as the survey', () => {
    const all = table.find(({ origin }) => origin === 'all')
    expect(all?.totalAverage.people).toBe(1369)
    expect([all?.debtShare.people, all?.debtShare.of]).toEqual([1152, 2107])
    expect(SURVEY_BASELINE.all.respondents).toBe(all?.reports)
  })
})

describe('the cases of the demonstration', () => {
  test('stand in every state, with messages, referrals and remedies, and nothing in the future', async () => {
    const { rows } = await ownerPool().query<{ state: string; count: number }>('SELECT state, count(*)::int FROM cases GROUP BY state')
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(STATES))
    const counts = await one(`SELECT (SELECT count(*) FROM message)::int AS messages, (SELECT count(*) FROM referral)::int AS referrals, (SELECT count(*) FROM remedy)::int AS remedies,
      (SELECT count(*) FROM state_move WHERE moved_at > now())::int AS future, (SELECT count(*) FROM cases WHERE received_at > now())::int AS early`)
    expect(counts['messages']).toBeGreaterThan(4000)
    expect(counts['referrals']).toBeGreaterThan(400)
    expect(counts['remedies']).toBeGreaterThan(300)
    expect([counts['future'], counts['early']]).toEqual([0, 0])
  })

  test('have a whole audit chain in every office', async () => {
    const broken = await ownerPool().query('SELECT code FROM office WHERE app.first_broken_audit(id) IS NOT NULL')
    expect(broken.rows).toEqual([])
  })

  test('look the same whether they lived through the use cases or were written in batches', async () => {
    // Per state: where the last station, the row of the case and the open promises disagree with each other.
    const { rows } = await ownerPool().query(`
      SELECT c.number, c.state FROM cases c
        LEFT JOIN LATERAL (SELECT to_state FROM state_move m WHERE m.case_id = c.id ORDER BY moved_at DESC, id DESC LIMIT 1) last ON true
        LEFT JOIN LATERAL (SELECT kind, due_at FROM deadline d WHERE d.case_id = c.id AND met_at IS NULL AND cancelled_at IS NULL AND paused_at IS NULL ORDER BY due_at LIMIT 1) due ON true
       WHERE last.to_state IS DISTINCT FROM c.state OR due.due_at IS DISTINCT FROM c.next_due_at
          OR (c.state = 'closed') <> (c.closed_at IS NOT NULL) OR (c.state = 'received') <> (c.assignee_id IS NULL)
          OR c.version <> (SELECT count(*) FROM state_move m WHERE m.case_id = c.id)`)
    expect(rows).toEqual([])
  })

  test('are left alone by a second load', async () => {
    const before = await one('SELECT count(*)::int AS cases, sum(version)::int AS versions FROM cases')
    await loadDemonstration({ onProgress: () => undefined })
    expect(await one('SELECT count(*)::int AS cases, sum(version)::int AS versions FROM cases')).toEqual(before)
  })
})

async function one(query: string): Promise<Record<string, number>> {
  const { rows } = await ownerPool().query<Record<string, number>>(query)
  return rows[0] ?? {}
}
