import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { listRuleReasons } from '@/lib/data/fee-rule-reasons'
import { within } from '@/lib/data/within'
import { previewRuleChange, saveRuleChange } from '@/lib/usecases/fee-rules/change-fee-rule'
import { readFeeRules } from '@/lib/usecases/fee-rules/read-fee-rules'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'

type RuleFile = { id: string; version: number; supersedes: number | null; note?: string; rule: object }[]
const file = (): RuleFile => JSON.parse(readFileSync('prisma/seed/fee-rules.json', 'utf8')) as RuleFile
const load = (rules: unknown) => loadReferenceData(ownerUrl, { rules: JSON.stringify(rules) })
const requests = async () => (await ownerPool().query('SELECT cause, rule_refs, origins FROM fee_reassessment')).rows

let administrator: StaffActor
beforeAll(async () => {
  administrator = await aStaffMember(await anOffice('desk', { isDefaultIntake: true }), 'administrator')
})

test('the shipped rules are there, in nobody’s name, and loading them again adds nothing', async () => {
  const { rows } = await ownerPool().query(
    'SELECT count(*)::int AS count, count(created_by_id)::int AS made FROM fee_rule',
  )
  expect(rows).toEqual([{ count: file().length, made: 0 }])
  expect(await loadReferenceData(ownerUrl)).toEqual({ rates: 0, rules: 0, notes: [] })
  expect(await requests()).toEqual([])
})

test('a shipped version that says something else is refused with the reason, and nothing is stored', async () => {
  const rules = file()
  const changed = rules.map((rule, index) => (index === 7 ? { ...rule, note: 'rewritten' } : rule))
  await expect(load(changed)).rejects.toThrow(
    /vn-law69-service-fee-per-12m@1: says something else than before; rules are never rewritten: give it a new version/,
  )
})

test('an invalid file stops the load with every reason in words', async () => {
  const [first, second, ...others] = file()
  const rules = [
    { ...first, payees: ['nobody'], valid_from: '2016-02-31' },
    { ...second, version: 2, supersedes: 9 },
    ...others.map((rule) =>
      rule.id === 'mm-jp-titp-usd2800' ? { ...rule, rule: { type: 'cap_amount', value: 2800 } } : rule,
    ),
  ]
  const refusal = await load(rules).catch((error: unknown) => (error instanceof Error ? error.message : ''))
  expect(refusal).toContain('The fee rules cannot be used:')
  expect(refusal).toMatch(/intl-ilo-gp7-zero-fee@1, payees: .*nobody/)
  expect(refusal).toMatch(/intl-ilo-gp7-zero-fee@1, valid_from: .*2016-02-31/)
  expect(refusal).toMatch(/mm-jp-titp-usd2800@1, rule.currency: .*currency/)
  expect(refusal).toMatch(/intl-ilo-illegitimate-costs@2, supersedes: .*9/)
})

test('two versions whose days overlap are refused', async () => {
  const rules = file()
  const twice = [...rules, { ...rules[0], version: 2, supersedes: null }]
  await expect(load(twice)).rejects.toThrow(/intl-ilo-gp7-zero-fee@2, valid_from: .*intl-ilo-gp7-zero-fee@1/)
})

test('a new version is added and open cases are asked to be judged again, once there are cases', async () => {
  await aCase()
  const rules = file()
  const old = rules.find(({ id }) => id === 'mm-jp-titp-usd2800')
  const added = await load([...rules, { ...old, version: 2, supersedes: 1, note: 'corrected' }])
  expect(added).toEqual({ rates: 0, rules: 1, notes: [] })
  expect(await requests()).toEqual([{ cause: 'rule_changed', rule_refs: ['mm-jp-titp-usd2800@2'], origins: ['MM'] }])
})

test('an administrator’s version in the way is kept and told; the file’s own is not used', async () => {
  const grant = staffGrant(administrator, 'fee_rule.manage')
  const { versions } = await readFeeRules(grant)
  const base = versions.find(({ rule }) => rule.id === 'id-law18-2017-art30')?.rule
  if (!base) throw new Error('the rule is not there')
  const input = { kind: 'correction', base: 1, latest: 1, text: { ...base, note: 'of ours' } } as const
  expect(await previewRuleChange(grant, input)).toMatchObject({ ok: true })
  expect(await saveRuleChange(grant, { ...input, reason: 'a slip' })).toMatchObject({ ok: true })
  const officer = await aStaffMember(await anOffice('ledger'), 'caseworker')
  const refs = [1, 2].map((version) => ({ id: 'id-law18-2017-art30', version }))
  const reasons = await within(staffGrant(officer, 'case.write_fees'), (on) => listRuleReasons(on, refs))
  expect([...reasons]).toEqual([['id-law18-2017-art30@2', 'a slip']])

  const rules = file()
  const old = rules.find(({ id }) => id === 'id-law18-2017-art30')
  const withSecond = [
    ...rules,
    { ...rules.find(({ id }) => id === 'mm-jp-titp-usd2800'), version: 2, supersedes: 1, note: 'corrected' },
    { ...old, version: 2, supersedes: 1, note: 'of the product' },
  ]
  expect(await load(withSecond)).toEqual({
    rates: 0,
    rules: 0,
    notes: ['fee rule id-law18-2017-art30@2: an administrator made this version, which stays'],
  })
  const { rows } = await ownerPool().query(
    `SELECT rule->>'note' AS note FROM fee_rule WHERE id = 'id-law18-2017-art30' ORDER BY version DESC LIMIT 1`,
  )
  expect(rows).toEqual([{ note: 'of ours' }])
})

test('a text that an administrator’s would contradict is left out and told', async () => {
  const rules = file()
  const second = rules.find(({ id }) => id === 'id-law18-2017-art30')
  const withThird = [
    ...rules,
    { ...rules.find(({ id }) => id === 'mm-jp-titp-usd2800'), version: 2, supersedes: 1, note: 'corrected' },
    { ...second, version: 3, supersedes: 1 },
  ]
  const loaded = await load(withThird)
  expect(loaded.rules).toBe(0)
  expect(loaded.notes).toContain(
    `fee rule id-law18-2017-art30: an administrator's text stays, the new one contradicts it`,
  )
})
