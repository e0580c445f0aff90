import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { findOwnAssessment } from '@/lib/data/fee-assessments'
import { readRuleVersions } from '@/lib/data/fee-rule-admin'
import { within } from '@/lib/data/within'
import { assessCase } from '@/lib/domain/fees/assessment/assess-case'
import { ratesOf } from '@/lib/domain/fees/assessment/stored'
import { liveRules } from '@/lib/domain/fees/rules/live-rules'
import { addOwnFeeLine } from '@/lib/usecases/add-own-fee-line'
import { acknowledgeFeeChange } from '@/lib/usecases/ledger/acknowledge-fee-change'
import { editLedgerLine } from '@/lib/usecases/ledger/edit-ledger-line'
import { rateSupport } from '@/lib/usecases/ledger/rate-support'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { aLine, aLineInput, ledgerOf, moneyOf } from '../support/ledger'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'caseworker')
})

const grant = (actor: StaffActor = officer) => staffGrant(actor, 'case.write_fees')
const causesOf = async (caseId: string) => {
  const { rows } = await ownerPool().query<{ cause: string }>(
    'SELECT cause FROM fee_assessment WHERE case_id = $1 ORDER BY assessed_at, id',
    [caseId],
  )
  return rows.map(({ cause }) => cause)
}
const storedOf = async (found: StoredCase) => {
  const { assessment } = await ledgerOf(officer, found.number)
  if (!assessment) throw new Error('no verdict')
  return assessment
}

describe('a verdict', () => {
  it('comes with the report and is kept on the case', async () => {
    const found = await aCase()
    expect(await causesOf(found.id)).toEqual(['report'])
    const { assessment, rules } = await storedOf(found)
    const money = await moneyOf(found.id)
    expect(money['fee_verdict']).toBe(assessment.verdict)
    expect(assessment.lines).toHaveLength(1)
    expect(Number(money['above_zero_fee_jpy'])).toBe(153_544)
    expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(assessment.findings.map(({ rule }) => rule.id)))
  })

  it('is reached again from what is stored: facts, rates, and the versions of the rules', async () => {
    const found = await aCase({
      fees: [
        {
          payeeRole: 'sending_organization',
          category: 'rf_placement_service',
          amountMinor: '150000000',
          currency: 'VND',
          paidOn: '2025-02',
        },
        {
          payeeRole: 'broker',
          category: 'rf_broker_introduction',
          amountMinor: '900',
          amountMaxMinor: '1900',
          currency: 'USD',
          precision: 'range',
          paidOn: '2024',
        },
        { lumpCategories: ['rc_medical', 'rc_visa_permit'], amountMinor: '7000000', currency: 'VND' },
        { payeeRole: 'training_center', category: 'rc_training_orientation', precision: 'forgotten' },
      ],
      pay: { contractMonths: 36, contractWageMinor: '170000', currency: 'JPY' },
    })
    const { facts, assessment } = await storedOf(found)
    const versions = await within(staffGrant(officer, 'case.read'), readRuleVersions)
    const again = assessCase(facts, liveRules(versions.map(({ rule }) => rule)), ratesOf(assessment))
    expect(again).toEqual(assessment)
  })

  it('is not stored again while it says the same of the same facts', async () => {
    const found = await aCase()
    const { form, line } = await aLine(officer, found.number)
    await rateSupport(grant(), { ...form, level: 'witness' })
    expect(await causesOf(found.id)).toEqual(['report'])
    const edit = { ...form, requestId: randomUUID(), version: line.version + 1, line: aLineInput() }
    await editLedgerLine(grant(), edit)
    expect(await causesOf(found.id)).toEqual(['report', 'ledger_changed'])
    expect((await moneyOf(found.id))['fee_verdict']).toBe((await storedOf(found)).assessment.verdict)
  })

  it('follows what the worker adds, who reads it and nobody else does', async () => {
    const [found, other] = [await aCase({ fees: [], paid: 'no' }), await aCase()]
    const actor = { kind: 'worker' as const, caseId: found.id }
    const read = () => within(grantOpen(actor, 'own_case.read'), findOwnAssessment)
    expect(await read()).toBeNull()
    expect(await moneyOf(found.id)).toMatchObject({ fee_verdict: null, recruitment_cost_jpy: '0' })
    await addOwnFeeLine(grantOpen(actor, 'own_case.write'), {
      requestId: randomUUID(),
      answer: {
        payeeRole: 'broker',
        category: 'rf_broker_introduction',
        amountMinor: '1000000',
        currency: 'VND',
        paidOn: '2025-01',
      },
    })
    const own = await read()
    expect(own).toMatchObject({ cause: 'ledger_changed', assessment: { lines: [{}] } })
    expect(own?.rules.length).toBeGreaterThan(0)
    expect(own?.id).not.toBe((await storedOf(other)).id)
    expect((await moneyOf(found.id))['fee_verdict']).toBe(own?.assessment.verdict)
  })
})

describe('what a changed rule changed', () => {
  let found: StoredCase
  let at: Date

  // As the reassessment leaves it: another verdict beside the old one, and the case marked.
  beforeEach(async () => {
    found = await aCase()
    at = new Date(Date.now() + 1000)
    await ownerPool().query(
      `INSERT INTO fee_assessment (id, case_id, cause, verdict, rule_refs, inputs, result, assessed_at)
       SELECT gen_random_uuid(), case_id, 'rule_changed', 'no_rule_known', '{}', inputs,
         jsonb_set(jsonb_set(result, '{verdict}', '"no_rule_known"'), '{lines,0,verdict}', '"no_rule_known"'), $2
       FROM fee_assessment WHERE case_id = $1`,
      [found.id, at],
    )
    await ownerPool().query('UPDATE cases SET fee_change_at = $2 WHERE id = $1', [found.id, at])
  })

  const seen = (assessedAt = at) => ({ number: found.number, requestId: randomUUID(), assessedAt })

  it('is shown until an officer of the office has seen it, who is noted', async () => {
    const { unseenChange, lines } = await ledgerOf(officer, found.number)
    expect(unseenChange).toMatchObject({
      after: { verdict: 'no_rule_known', cause: 'rule_changed', assessedAt: at },
      lines: [{ lineId: lines[0]?.id, after: { verdict: 'no_rule_known' } }],
    })
    expect(await acknowledgeFeeChange(grant(stranger), seen())).toEqual({ ok: false, error: { code: 'not_found' } })
    expect(await acknowledgeFeeChange(grant(), seen())).toEqual({ ok: true, value: undefined })
    expect(await acknowledgeFeeChange(grant(), seen())).toEqual({ ok: true, value: undefined })
    expect((await ledgerOf(officer, found.number)).unseenChange).toBeNull()
    const { rows } = await ownerPool().query(
      `SELECT acknowledged_by_id AS by FROM fee_assessment WHERE case_id = $1 AND acknowledged_at IS NOT NULL`,
      [found.id],
    )
    expect(rows).toEqual([{ by: officer.id }])
    const { rows: events } = await ownerPool().query(
      `SELECT 1 FROM audit_event WHERE case_id = $1 AND action = 'fees.change_seen'`,
      [found.id],
    )
    expect(events).toHaveLength(1)
  })

  it('that came after the page was shown is not counted as seen', async () => {
    expect(await acknowledgeFeeChange(grant(), seen(new Date(at.getTime() - 1)))).toEqual({
      ok: false,
      error: { code: 'changed_meanwhile' },
    })
    expect((await ledgerOf(officer, found.number)).unseenChange).not.toBeNull()
  })
})
