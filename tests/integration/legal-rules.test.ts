import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { changeLegalRule, readLegalRules } from '@/lib/usecases/forums/change-legal-rule'
import { readForums } from '@/lib/usecases/forums/read-forums'
import { savePlacement } from '@/lib/usecases/ledger/save-placement'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, aTakenCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { isChainWhole } from '../support/ledger'

const RULE = 'jp-wages-3y'
let office: string
let officer: StaffActor
let administrator: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  administrator = await aStaffMember(office, 'administrator')
})

const manage = () => staffGrant(administrator, 'legal_rule.manage')
const versionsOf = async (id: string) => (await readLegalRules(manage())).filter(({ rule }) => rule.id === id)
const editOf = async (id: string) => {
  const last = (await versionsOf(id)).at(-1)?.rule
  if (!last || last.kind !== 'limitation') throw new Error('no such limitation')
  const { effectiveFrom, effectiveTo, source, verification, note, isWithdrawn, period } = last
  return { latest: last.version, edit: { effectiveFrom, effectiveTo, source, verification, note, isWithdrawn, period } }
}
const placement = (workStartedOn: string) => ({
  contractMonths: null,
  contractSignedOn: null,
  workStartedOn,
  workEndedOn: null,
  isFirstJobAbroad: null,
  toldTotal: null,
  programmes: [],
  conditionsMet: [],
  conditionsNotMet: [],
})

describe('rules on forums and time limits', () => {
  it('are there once, however often the product starts', async () => {
    const before = await readLegalRules(manage())
    await loadReferenceData(ownerUrl)
    expect(await readLegalRules(manage())).toHaveLength(before.length)
    expect(before.length).toBeGreaterThan(30)
  })

  it('get a new version by an administrator, told to every office; the old one stays', async () => {
    const union = await anOffice('union')
    const { latest, edit } = await editOf(RULE)
    const changed = await changeLegalRule(
      manage(),
      RULE,
      latest,
      { ...edit, period: { count: 5, unit: 'years' } },
      'The transition ended.',
    )
    expect(changed).toMatchObject({ ok: true, value: { version: latest + 1, period: { count: 5 } } })
    const versions = await versionsOf(RULE)
    expect(versions.map(({ rule }) => (rule.kind === 'limitation' ? rule.period.count : null))).toEqual([3, 5])
    expect(versions.at(-1)).toMatchObject({ madeById: administrator.id, reason: 'The transition ended.' })
    const { rows } = await ownerPool().query(
      `SELECT DISTINCT office_id FROM audit_event WHERE action = 'legal_rule.add'`,
    )
    expect(rows.map((row: { office_id: string }) => row.office_id)).toEqual(expect.arrayContaining([office, union]))
    expect(await isChainWhole(office)).toBe(true)
  })

  it('lets one of two administrators win and tells the other', async () => {
    const { latest, edit } = await editOf('jp-tort-3y')
    const both = await Promise.all(
      ['a', 'b'].map((note) => changeLegalRule(manage(), 'jp-tort-3y', latest, { ...edit, note }, 'read again')),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
    expect(await versionsOf('jp-tort-3y')).toHaveLength(2)
  })

  it('refuses a change that changes nothing', async () => {
    const { latest, edit } = await editOf('jp-debt-10y')
    expect(await changeLegalRule(manage(), 'jp-debt-10y', latest, edit, 'again')).toEqual({
      ok: false,
      error: { code: 'nothing_changed' },
    })
  })

  it('cannot be written by somebody who is no administrator, nor rewritten by one', async () => {
    const { within } = await import('@/lib/data/within')
    const asOfficer = staffGrant(officer, 'case.read')
    const insert = within(asOfficer, (on) =>
      on.db.legalRule.create({ data: { id: 'x', version: 1, kind: 'limitation', rule: {}, createdById: officer.id } }),
    )
    await expect(insert).rejects.toThrow('row-level security')
    const rewrite = within(manage(), (on) =>
      on.db.legalRule.updateMany({ where: { id: RULE }, data: { kind: 'forum' } }),
    )
    await expect(rewrite).rejects.toThrow('permission denied')
  })
})

describe('the time limits of a case', () => {
  it('stand in its queue as what is due next when they run out first, and move with what is known', async () => {
    const found = await aTakenCase(officer, { grievances: ['wages_unpaid'] })
    // Pay counts five years since the version made above, so the first month of four years ago runs out in the coming January.
    const year = new Date().getUTCFullYear()
    const dueOf = async () => {
      const { rows } = await ownerPool().query<{ kind: string; due_at: Date }>(
        `SELECT kind, due_at FROM deadline WHERE case_id = $1 AND kind = 'limitation' AND met_at IS NULL AND cancelled_at IS NULL`,
        [found.id],
      )
      return rows
    }
    const form = (version: number) => ({ number: found.number, requestId: randomUUID(), version, reason: 'asked' })
    expect(
      await savePlacement(staffGrant(officer, 'case.write_fees'), {
        ...form(0),
        placement: placement(`${String(year - 4)}-01`),
      }),
    ).toMatchObject({ ok: true })
    const [first] = await dueOf()
    if (!first) throw new Error('no clock')
    expect(first.due_at.getTime()).toBeGreaterThan(Date.now())
    expect(
      await savePlacement(staffGrant(officer, 'case.write_fees'), {
        ...form(1),
        placement: placement(`${String(year - 4)}-03`),
      }),
    ).toMatchObject({ ok: true })
    const [second, ...more] = await dueOf()
    expect(more).toEqual([])
    expect(second?.due_at.getTime()).toBeGreaterThan(first.due_at.getTime())
  })

  it('are for the office of the case only', async () => {
    const found = await aCase({ grievances: ['fees_debt'] })
    const stranger = await aStaffMember(await anOffice('other'), 'caseworker')
    expect(await readForums(staffGrant(stranger, 'case.read'), found.number)).toBeNull()
    const read = await readForums(staffGrant(officer, 'case.read'), found.number)
    expect(read?.forums.length).toBeGreaterThan(0)
    expect(read?.limitations.length).toBeGreaterThan(0)
  })
})
