import { beforeEach, describe, expect, test } from 'vitest'
import { grantStaff, type StaffActor } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { previewRuleChange, saveRuleChange } from '@/lib/usecases/fee-rules/change-fee-rule'
import { readFeeRules, readRuleHistory } from '@/lib/usecases/fee-rules/read-fee-rules'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { correction, MYANMAR_CAP, theRule } from '../support/fee-rule-changes'
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

describe('a new version', () => {
  test('is added beside the old one with name and reason, and judges from then on', async () => {
    const input = await correction(manage(), 3000)
    const preview = await previewRuleChange(manage(), input)
    expect(preview).toMatchObject({
      ok: true,
      value: { before: { version: 1 }, added: [{ version: 2, supersedes: 1 }] },
    })
    const elsewhere = await anOffice('elsewhere')
    const before = await select('SELECT * FROM fee_rule WHERE id = $1', [MYANMAR_CAP])
    expect(await saveRuleChange(manage(), input)).toMatchObject({ ok: true })
    const after = await select<object>('SELECT * FROM fee_rule WHERE id = $1 ORDER BY version', [MYANMAR_CAP])
    expect(after).toHaveLength(2)
    expect(after[0]).toEqual(before[0])
    const history = await readRuleHistory(manage(), MYANMAR_CAP)
    expect(history).toMatchObject([
      { isLive: true, isShipped: false, madeBy: administrator.displayName, reason: 'read again' },
      { isLive: false, isShipped: true, madeBy: null, reason: null },
    ])
    const detail = { rule: MYANMAR_CAP, kind: 'correction', versions: ['2'] }
    const told = await select(`SELECT office_id, actor_id, detail FROM audit_event WHERE action = 'fee_rule.add'`)
    expect(told).toHaveLength(2)
    for (const id of [officeId, elsewhere]) {
      expect(told).toContainEqual({ office_id: id, actor_id: administrator.id, detail })
      expect(await select('SELECT app.first_broken_audit($1) AS seq', [id])).toEqual([{ seq: null }])
    }
    expect(await select('SELECT cause, rule_refs, origins, requested_by_id FROM fee_reassessment')).toEqual([
      {
        cause: 'rule_changed',
        rule_refs: [`${MYANMAR_CAP}@1`, `${MYANMAR_CAP}@2`],
        origins: ['MM'],
        requested_by_id: administrator.id,
      },
    ])
  })

  test('from a day makes two: the old text until the day before, the new one from it', async () => {
    const input = { ...(await correction(manage(), 3000, { effectiveFrom: '2026-12-01' })), kind: 'amendment' } as const
    const saved = await saveRuleChange(manage(), input)
    expect(saved).toMatchObject({
      ok: true,
      value: [
        { version: 2, supersedes: 1, effectiveTo: '2026-11-30', limit: { amountMinor: 280_000n } },
        { version: 3, supersedes: null, effectiveFrom: '2026-12-01', limit: { amountMinor: 300_000n } },
      ],
    })
    const { versions } = await readFeeRules(manage())
    const live = versions.filter(({ rule, isLive }) => rule.id === MYANMAR_CAP && isLive)
    expect(live.map(({ rule }) => rule.version)).toEqual([2, 3])
    const third = live.at(-1)?.rule
    if (!third) throw new Error('no rule')
    const text = { ...third, effectiveFrom: '2027-01-01' }
    expect(await previewRuleChange(manage(), { kind: 'correction', base: 3, latest: 3, text })).toMatchObject({
      value: { gaps: [{ from: '2026-12-01', to: '2026-12-31' }] },
    })
  })

  test.each([
    ['without a first day', { effectiveFrom: null }, 'first_day_needed'],
    ['with a first day that is not after the old one', { effectiveFrom: '2016-01-01' }, 'first_day_not_after_start'],
  ] as const)('from a day %s is refused', async (_name, change, code) => {
    const [base] = await readRuleHistory(manage(), 'vn-legacy-titp-3yr-usd3600')
    if (!base) throw new Error('no rule')
    const text = { ...base.rule, ...change }
    const input = { kind: 'amendment', base: 1, latest: 1, text, reason: 'x' } as const
    expect(await saveRuleChange(manage(), input)).toEqual({ ok: false, error: { code } })
  })

  test('that a rule could not be read back from, or that says nothing new, is refused and not stored', async () => {
    const crossed = await correction(manage(), 3000, { effectiveFrom: '2026-02-01', effectiveTo: '2026-01-01' })
    expect(await previewRuleChange(manage(), crossed)).toMatchObject({
      ok: false,
      error: {
        code: 'rule_problems',
        problems: expect.arrayContaining([expect.objectContaining({ code: 'from_after_to' })]),
      },
    })
    expect(await saveRuleChange(manage(), crossed)).toMatchObject({ ok: false, error: { code: 'rule_problems' } })
    expect(await saveRuleChange(manage(), await correction(manage(), 2800))).toEqual({
      ok: false,
      error: { code: 'nothing_changed' },
    })
    expect(await select('SELECT 1 FROM fee_reassessment')).toEqual([])
  })

  test('sent twice is added once; of two administrators one is told', async () => {
    const other = await aStaffMember(officeId, 'administrator')
    const input = await correction(manage(), 3000)
    const same = await Promise.all([saveRuleChange(manage(), input), saveRuleChange(manage(), input)])
    expect(same.every(({ ok }) => ok)).toBe(true)
    expect(await select('SELECT 1 FROM fee_rule WHERE id = $1', [MYANMAR_CAP])).toHaveLength(2)
    expect(await select('SELECT 1 FROM fee_reassessment')).toHaveLength(1)
    expect(await saveRuleChange(staffGrant(other, 'fee_rule.manage'), input)).toEqual({
      ok: false,
      error: { code: 'changed_meanwhile' },
    })
  })

  test('a new rule is added under a free name only', async () => {
    const rule = await theRule(manage(), MYANMAR_CAP)
    const text = { ...rule, id: 'mm-new-rule', schemes: ['esd'] as const }
    const input = { kind: 'new', base: null, latest: 0, text, reason: 'new law' } as const
    expect(await saveRuleChange(manage(), input)).toMatchObject({ ok: true, value: [{ version: 1, supersedes: null }] })
    expect(await saveRuleChange(manage(), { ...input, text: { ...text, note: 'another' } })).toEqual({
      ok: false,
      error: { code: 'id_taken' },
    })
  })

  test('is for administrators: refused at the door and by the database, and nobody rewrites', async () => {
    for (const role of ['caseworker', 'supervisor'] as const) {
      expect(grantStaff(await aStaffMember(officeId, role), 'fee_rule.manage')).toBeNull()
    }
    const insert = (createdBy: string) =>
      `INSERT INTO fee_rule (id, version, rule, created_by_id) VALUES ('mm-x', 1, '{}', '${createdBy}')`
    const asSupervisor = staffGrant(supervisor, 'case.read')
    await expect(within(asSupervisor, (on) => on.db.$executeRawUnsafe(insert(supervisor.id)))).rejects.toThrow(
      /row-level security/,
    )
    await expect(within(manage(), (on) => on.db.$executeRawUnsafe(insert(supervisor.id)))).rejects.toThrow(
      /row-level security/,
    )
    await expect(
      within(manage(), (on) => on.db.$executeRaw`UPDATE fee_rule SET reason = 'x' WHERE id = ${MYANMAR_CAP}`),
    ).rejects.toThrow(/permission denied/)
    await expect(
      within(asSupervisor, (on) => on.db.$queryRaw`SELECT app.count_fee_cases('{}'::text[])`),
    ).rejects.toThrow(/only an administrator/)
    await expect(
      within(asSupervisor, (on) => on.db.$executeRaw`SELECT app.audit_common_change('fee_rule.add', '{}')`),
    ).rejects.toThrow(/only an administrator/)
    await expect(
      within(manage(), (on) => on.db.$executeRaw`SELECT app.audit_common_change('case.erased', '{}')`),
    ).rejects.toThrow(/not common/)
    await expect(
      within(manage(), (on) => on.db.$queryRaw`SELECT * FROM app.read_fee_cases('{}'::text[], NULL, 10)`),
    ).rejects.toThrow(/only the system/)
    await expect(
      within(manage(), (on) => on.db.$executeRaw`SELECT app.store_fee_verdicts('[]'::jsonb, 'rule_changed', now())`),
    ).rejects.toThrow(/only the system/)
  })
})
