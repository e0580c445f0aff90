import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { forgetExchangeRates } from '@/lib/data/exchange-rates'
import { forgetFeeRules } from '@/lib/data/fee-rules'
import { within } from '@/lib/data/within'
import { bringBackOwnCase } from '@/lib/usecases/bring-back-own-case'
import { changeCaseState } from '@/lib/usecases/change-case-state'
import { acknowledgeFeeChange } from '@/lib/usecases/ledger/acknowledge-fee-change'
import { editLedgerLine } from '@/lib/usecases/ledger/edit-ledger-line'
import { reassessFees } from '@/lib/usecases/reassess-fees'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, versionOf, type StoredCase } from '../support/cases'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aLine, aLineInput, ledgerOf } from '../support/ledger'

const RULE = 'mm-jp-titp-usd2800'
let supervisor: StaffActor

const select = async <T extends object>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (await ownerPool().query<T>(sql, values)).rows

beforeEach(async () => {
  await emptyDatabase()
  forgetFeeRules()
  forgetExchangeRates()
  await loadReferenceData(ownerUrl)
  supervisor = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'supervisor')
})

/** 2900 dollars to the sending company: above the limit of 2800, within one of 3000. */
const aPaidCase = () =>
  aCase({
    origin: 'MM',
    scheme: 'titp',
    parties: [{ role: 'sending_organization' }],
    fees: [
      {
        payeeRole: 'sending_organization',
        category: 'rf_placement_service',
        amountText: '2900',
        amountMinor: '290000',
        currency: 'USD',
        paidOn: '2025-02',
      },
    ],
  })

async function close({ id }: StoredCase): Promise<void> {
  const closedAt = new Date(Date.now() - 5 * 86_400_000)
  await select(
    `UPDATE cases SET state = 'closed', closing_code = 'not_substantiated', assignee_id = $2, closed_at = $3, state_changed_at = $3 WHERE id = $1`,
    id,
    supervisor.id,
    closedAt,
  )
  await select(
    `INSERT INTO state_move (id, case_id, from_state, to_state, closing_code, by_kind, by_staff_id, moved_at) VALUES ($1, $2, 'investigation', 'closed', 'not_substantiated', 'staff', $3, $4)`,
    randomUUID(),
    id,
    supervisor.id,
    closedAt,
  )
  await select('UPDATE deadline SET met_at = $2 WHERE case_id = $1', id, closedAt)
}

/** What another process does: this one is told nothing. */
async function another3000(queued = false): Promise<void> {
  await select(
    `INSERT INTO fee_rule (id, version, supersedes, rule)
     SELECT id, 2, 1, rule || jsonb_build_object('version', 2, 'supersedes', 1, 'rule', rule->'rule' || '{"value": "3000"}') FROM fee_rule WHERE id = $1`,
    RULE,
  )
  if (queued) await queue()
}

const queue = () =>
  select(
    `INSERT INTO fee_reassessment (id, cause, rule_refs, origins, requested_at) VALUES (gen_random_uuid(), 'rule_changed', '{}', '{}', now())`,
  )
const rowOf = async ({ id }: StoredCase) =>
  (
    await select<{ state: string; verdict: string; flagged: boolean; causes: string[] }>(
      `SELECT state, fee_verdict AS verdict, fee_change_at IS NOT NULL AS flagged,
        (SELECT array_agg(cause ORDER BY assessed_at) FROM fee_assessment a WHERE a.case_id = c.id) AS causes FROM cases c WHERE id = $1`,
      id,
    )
  )[0]
const RETURNED = { state: 'reopened', verdict: 'within_cap', flagged: true, causes: ['report', 'rule_changed'] }

const reopen = async (found: StoredCase) =>
  changeCaseState(staffGrant(supervisor, 'case.change_state'), {
    number: found.number,
    version: await versionOf(found.id),
    to: 'reopened',
    reopeningReason: 'new_fact',
    reason: 'Another deposit.',
    requestId: randomUUID(),
    declared: [],
  })

describe('a case that comes back', () => {
  test('by an officer is judged by the rules of today, and the difference is marked and told', async () => {
    const found = await aPaidCase()
    await close(found)
    await another3000(true)
    await reassessFees()
    expect(await rowOf(found)).toMatchObject({ verdict: 'above_cap', flagged: false })
    expect(await reopen(found)).toMatchObject({ ok: true })
    expect(await rowOf(found)).toEqual(RETURNED)
    const { unseenChange } = await ledgerOf(supervisor, found.number)
    expect(unseenChange).toMatchObject({ before: { verdict: 'above_cap' }, after: { verdict: 'within_cap' } })
    expect(await select(`SELECT actor_kind, detail FROM audit_event WHERE action = 'case.fees_reassessed'`)).toEqual([
      { actor_kind: 'staff', detail: { before: 'above_cap', after: 'within_cap' } },
    ])
  })

  test('by its worker too; what an officer has not seen stays marked since when it was', async () => {
    const found = await aPaidCase()
    await close(found)
    await another3000()
    const grant = grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.write')
    const asked = { to: 'reopened', reopeningReason: 'new_fact', text: 'Còn nữa.', language: 'vi' } as const
    expect(await bringBackOwnCase(grant, { ...asked, requestId: randomUUID() })).toMatchObject({ ok: true })
    expect(await rowOf(found)).toEqual(RETURNED)
    await expect(
      within(grant, (on) => on.db.$executeRaw`UPDATE cases SET fee_change_at = NULL WHERE id = ${found.id}::uuid`),
    ).rejects.toThrow(/may not change fee_change_at/)
  })

  test('with the same verdict nothing is marked', async () => {
    const found = await aPaidCase()
    await close(found)
    await reopen(found)
    expect(await rowOf(found)).toEqual({ state: 'reopened', verdict: 'above_cap', flagged: false, causes: ['report'] })
  })
})

describe('a verdict that is stored', () => {
  test('is reached by what another process has changed a moment ago', async () => {
    const before = await aPaidCase()
    expect(await rowOf(before)).toMatchObject({ verdict: 'above_cap' })
    await another3000()
    expect(await rowOf(await aPaidCase())).toMatchObject({ verdict: 'within_cap' })
    const { assessment } = await ledgerOf(supervisor, (await aPaidCase()).number)
    expect(assessment?.rules.map(({ id, version }) => [id, version])).toContainEqual([RULE, 2])
  })

  test('is later than the one before, whatever the clock says', async () => {
    const found = await aPaidCase()
    await select(`UPDATE fee_assessment SET assessed_at = now() + interval '1 hour'`)
    await another3000(true)
    expect(await reassessFees()).toEqual({ lookedAt: 1, changed: 1, failed: 0 })
    expect(await rowOf(found)).toMatchObject({ flagged: true, causes: ['report', 'rule_changed'] })
    expect((await ledgerOf(supervisor, found.number)).unseenChange).toMatchObject({ after: { verdict: 'within_cap' } })
  })

  test('that is the first one and above a limit is marked; one that is within is not', async () => {
    const found = await aPaidCase()
    await select('DELETE FROM fee_assessment')
    await queue()
    expect(await reassessFees()).toEqual({ lookedAt: 1, changed: 1, failed: 0 })
    const { unseenChange } = await ledgerOf(supervisor, found.number)
    expect(unseenChange).toMatchObject({ before: { verdict: 'no_rule_known' }, after: { verdict: 'above_cap' } })
    await select('UPDATE cases SET fee_change_at = NULL')
    await select('DELETE FROM fee_assessment')
    await another3000(true)
    expect(await reassessFees()).toEqual({ lookedAt: 1, changed: 0, failed: 0 })
    expect(await rowOf(found)).toMatchObject({ verdict: 'within_cap', flagged: false })
  })

  test('after an officer has written is what the difference is shown with; without a difference nothing is left', async () => {
    const found = await aPaidCase()
    await another3000(true)
    await reassessFees()
    const write = staffGrant(supervisor, 'case.write_fees')
    const edit = async (amountMinor: bigint) => {
      const { form } = await aLine(supervisor, found.number)
      const line = aLineInput({ category: 'rf_placement_service', currency: 'USD', amountMinor })
      return editLedgerLine(write, { ...form, line })
    }
    expect(await edit(320_000n)).toMatchObject({ ok: true })
    const { unseenChange } = await ledgerOf(supervisor, found.number)
    expect(unseenChange).toMatchObject({ after: { verdict: 'above_cap', cause: 'rule_changed' } })
    if (!unseenChange) throw new Error('nothing to see')
    const seen = { number: found.number, requestId: randomUUID(), assessedAt: unseenChange.after.assessedAt }
    expect(await acknowledgeFeeChange(write, { ...seen, assessedAt: new Date(0) })).toMatchObject({ ok: false })
    expect(await rowOf(found)).toMatchObject({ flagged: true })
    // 100 dollars above the limit, as before the rule changed.
    expect(await edit(310_000n)).toMatchObject({ ok: true })
    expect(await rowOf(found)).toMatchObject({ verdict: 'above_cap', flagged: false })
  })
})

describe('what cannot be judged', () => {
  test('a rule that cannot be read stops neither the other rules nor the reassessment', async () => {
    const found = await aPaidCase()
    await select(
      `INSERT INTO fee_rule (id, version, rule) VALUES ('mm-from-tomorrow', 1, '{"kind": "of a later program"}')`,
    )
    await another3000(true)
    expect(await reassessFees()).toEqual({ lookedAt: 1, changed: 1, failed: 0 })
    expect(await rowOf(found)).toMatchObject({ verdict: 'within_cap' })
  })

  test('a case is counted and keeps its verdict, the others go on', async () => {
    const [broken, found] = [await aPaidCase(), await aPaidCase()]
    await select(`UPDATE fee_assessment SET inputs = '{}' WHERE case_id = $1`, broken.id)
    await another3000(true)
    expect(await reassessFees()).toEqual({ lookedAt: 2, changed: 1, failed: 1 })
    expect(await rowOf(found)).toMatchObject({ verdict: 'within_cap' })
    expect(await rowOf(broken)).toMatchObject({ verdict: 'above_cap' })
    expect(await select('SELECT cases_looked_at, cases_failed FROM fee_reassessment')).toEqual([
      { cases_looked_at: 2, cases_failed: 1 },
    ])
  })
})
