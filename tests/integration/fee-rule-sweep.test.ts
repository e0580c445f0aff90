import { beforeEach, describe, expect, test } from 'vitest'
import { type StaffActor } from '@/lib/access/grant'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { previewRuleChange, saveRuleChange } from '@/lib/usecases/fee-rules/change-fee-rule'
import { reassessBatch, reassessFees } from '@/lib/usecases/reassess-fees'
import { sweep } from '@/lib/usecases/sweep'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase } from '../support/cases'
import { correction } from '../support/fee-rule-changes'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { forgetFeeRules } from '@/lib/data/fee-rules'

let officeId = ''
let administrator: StaffActor
let supervisor: StaffActor

const manage = () => staffGrant(administrator, 'fee_rule.manage')
const select = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await ownerPool().query(sql, values)).rows as T[]

beforeEach(async () => {
  await emptyDatabase()
  forgetFeeRules()
  await loadReferenceData(ownerUrl)
  officeId = await anOffice('helpdesk', { isDefaultIntake: true })
  administrator = await aStaffMember(officeId, 'administrator')
  supervisor = await aStaffMember(officeId, 'supervisor')
})

/** What a worker paid to the sending company in dollars. */
function paid(dollars: number): FeeLineAnswer {
  return {
    payeeRole: 'sending_organization',
    category: 'rf_placement_service',
    amountText: String(dollars),
    amountMinor: String(dollars * 100),
    currency: 'USD',
    paidOn: '2025-02',
  }
}

const myanmarCase = (dollars: number, scheme: 'titp' | 'ssw' = 'titp') =>
  aCase({ origin: 'MM', scheme, parties: [{ role: 'sending_organization' }], fees: [paid(dollars)] })

const verdicts = () =>
  select<{ number: string; fee_verdict: string; flagged: boolean; stored: number }>(
    `SELECT number, fee_verdict, fee_change_at IS NOT NULL AS flagged,
      (SELECT count(*)::int FROM fee_assessment a WHERE a.case_id = c.id) AS stored FROM cases c`,
  )

describe('open cases after a change', () => {
  test('exactly those that are judged otherwise are marked; closed ones and other countries are left alone', async () => {
    const above = await myanmarCase(2900)
    const within3000 = await myanmarCase(1000)
    const otherScheme = await myanmarCase(1400, 'ssw')
    const closed = await myanmarCase(2900)
    const vietnamese = await aCase()
    await ownerPool().query(`UPDATE cases SET state = 'closed' WHERE id = $1`, [closed.id])
    const before = new Map((await verdicts()).map((row) => [row.number, row]))
    expect(before.get(above.number)).toMatchObject({ fee_verdict: 'above_cap', stored: 1 })

    const input = await correction(manage(), 3000)
    expect(await previewRuleChange(manage(), input)).toMatchObject({ value: { caseCount: 3 } })
    await saveRuleChange(manage(), input)
    expect(await reassessFees()).toEqual({ lookedAt: 3, changed: 1, failed: 0 })

    const after = new Map((await verdicts()).map((row) => [row.number, row]))
    expect(after.get(above.number)).toMatchObject({ fee_verdict: 'within_cap', flagged: true, stored: 2 })
    // Another version was used: kept beside the old verdict, and nobody has anything to look at.
    expect(after.get(within3000.number)).toMatchObject({ fee_verdict: 'within_cap', flagged: false, stored: 2 })
    for (const { number } of [otherScheme, closed, vietnamese]) expect(after.get(number)).toEqual(before.get(number))
    expect(
      await select(`SELECT actor_kind, detail, case_id FROM audit_event WHERE action = 'case.fees_reassessed'`),
    ).toEqual([
      {
        actor_kind: 'system',
        detail: { cause: 'rule_changed', before: 'above_cap', after: 'within_cap' },
        case_id: above.id,
      },
    ])
    expect(await select('SELECT app.first_broken_audit($1) AS seq', [officeId])).toEqual([{ seq: null }])
    expect(
      await select(
        'SELECT cases_to_look_at, cases_looked_at, cases_changed, finished_at IS NULL AS runs FROM fee_reassessment',
      ),
    ).toEqual([{ cases_to_look_at: 3, cases_looked_at: 3, cases_changed: 1, runs: false }])
    expect(await reassessFees()).toEqual({ lookedAt: 0, changed: 0, failed: 0 })
  })

  test('what an officer has not seen stays one difference, and goes when the verdict is what it was', async () => {
    const above = await myanmarCase(2900)
    await saveRuleChange(manage(), await correction(manage(), 3000))
    await reassessFees()
    const [first] = await select<{ fee_change_at: Date }>('SELECT fee_change_at FROM cases WHERE id = $1', [above.id])
    await saveRuleChange(manage(), await correction(manage(), 3100))
    await reassessFees()
    const [second] = await select<{ fee_change_at: Date }>('SELECT fee_change_at FROM cases WHERE id = $1', [above.id])
    expect(second?.fee_change_at).toEqual(first?.fee_change_at)
    await saveRuleChange(manage(), await correction(manage(), 2800, { note: 'as before' }))
    await reassessFees()
    expect(await verdicts()).toMatchObject([{ fee_verdict: 'above_cap', flagged: false }])
  })

  test('a verdict that an officer has acknowledged is not touched', async () => {
    const above = await myanmarCase(2900)
    await ownerPool().query(
      `UPDATE fee_assessment SET acknowledged_at = now(), acknowledged_by_id = $2 WHERE case_id = $1`,
      [above.id, supervisor.id],
    )
    const old = await select('SELECT * FROM fee_assessment WHERE case_id = $1', [above.id])
    await saveRuleChange(manage(), await correction(manage(), 3000))
    await reassessFees()
    const rows = await select<object>('SELECT * FROM fee_assessment WHERE case_id = $1 ORDER BY assessed_at', [
      above.id,
    ])
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual(old[0])
    expect(rows[1]).toMatchObject({ cause: 'rule_changed', acknowledged_at: null })
  })

  test('two processes at once judge every case once', async () => {
    for (const dollars of [2900, 2950, 2850, 1000, 2810]) await myanmarCase(dollars)
    await saveRuleChange(manage(), await correction(manage(), 3000))
    const done = await Promise.all([reassessFees(2), reassessFees(2), reassessFees(2)])
    expect(done.reduce((sum, { lookedAt }) => sum + lookedAt, 0)).toBe(5)
    expect((await verdicts()).map(({ stored }) => stored)).toEqual([2, 2, 2, 2, 2])
  })

  test('after a process has ended in the middle, the next sweep goes on where it was', async () => {
    for (const dollars of [2900, 2950, 2850]) await myanmarCase(dollars)
    await saveRuleChange(manage(), await correction(manage(), 3000))
    expect(await reassessBatch(2)).toEqual({ lookedAt: 2, changed: 2, failed: 0 })
    expect((await verdicts()).filter(({ flagged }) => flagged)).toHaveLength(2)
    expect(await reassessFees(2)).toEqual({ lookedAt: 1, changed: 1, failed: 0 })
    expect((await verdicts()).map(({ stored }) => stored)).toEqual([2, 2, 2])
    expect(await select('SELECT cases_looked_at, finished_at IS NULL AS runs FROM fee_reassessment')).toEqual([
      { cases_looked_at: 3, runs: false },
    ])
  })

  test('an officer who writes in a case meanwhile is not overwritten', async () => {
    const above = await myanmarCase(2900)
    await saveRuleChange(manage(), await correction(manage(), 3000))
    const client = await ownerPool().connect()
    try {
      await client.query('BEGIN')
      await client.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [above.id])
      await client.query(`UPDATE fee_line SET amount_minor = 310000 WHERE case_id = $1`, [above.id])
      const reassessing = reassessFees()
      await new Promise((resolve) => setTimeout(resolve, 300))
      await client.query('COMMIT')
      await reassessing
    } finally {
      client.release()
    }
    expect(await verdicts()).toMatchObject([{ fee_verdict: 'above_cap' }])
  })

  test('a sweep without anything to judge removes what it removes', async () => {
    expect(await sweep()).toEqual({ expired: 0, erasedCases: 0 })
  })
})
