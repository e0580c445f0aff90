import { describe, expect, it } from 'vitest'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { dangersNow, planTriage, type TriageFacts, type TriageWish } from '@/lib/domain/triage'

const FACTS: TriageFacts = {
  grievances: ['wages_unpaid'],
  dangers: [],
  feeCategories: [],
  lender: null,
  collateral: null,
  story: null,
  departureOn: null,
  today: '2026-11-21',
  severity: 'high',
  isOverridden: false,
}
const WISH: TriageWish = { findings: {}, severity: null, severityReason: undefined, decision: 'assign' }
const plan = (facts: Partial<TriageFacts>, wish: Partial<TriageWish>) =>
  planTriage({ ...FACTS, ...facts }, { ...WISH, ...wish })

describe('the danger screen', () => {
  it.each([
    ['told and not asked about counts', ['under_18'], {}, ['under_18']],
    ['told, asked, and not so', ['under_18'], { under_18: 'not' }, []],
    ['found by the officer', [], { in_danger_now: 'now' }, ['in_danger_now']],
    ['told and confirmed', ['under_18'], { under_18: 'now' }, ['under_18']],
    ['not told, asked, and not so', [], { under_18: 'not' }, []],
  ] as const)('%s', (_name, told, findings, now) => {
    expect(dangersNow(told, findings)).toEqual(now)
  })

  it.each(DANGER_CODES)('%s raises to critical at once, and people are told', (code) => {
    const planned = plan({}, { findings: { [code]: 'now' } })
    expect(planned).toMatchObject({
      ok: true,
      value: { severity: 'critical', proposed: 'critical', becomesCritical: true },
    })
  })

  it('takes the case down again when the danger was asked about and does not hold', () => {
    const told: Partial<TriageFacts> = { dangers: ['in_danger_now'], severity: 'critical' }
    expect(plan(told, { findings: { in_danger_now: 'not' } })).toEqual({
      ok: true,
      value: {
        dangers: [],
        proposed: 'high',
        reasons: ['grievance_default'],
        severity: 'high',
        isOverridden: false,
        becomesCritical: false,
      },
    })
    expect(plan(told, {})).toMatchObject({ value: { severity: 'critical', becomesCritical: false } })
  })
})

describe('another severity than the proposed one', () => {
  it('stands with a reason and not without', () => {
    expect(plan({}, { severity: 'low' })).toEqual({ ok: false, error: { code: 'severity_reason_missing' } })
    expect(plan({}, { severity: 'low', severityReason: '  ' })).toMatchObject({ ok: false })
    expect(plan({}, { severity: 'low', severityReason: 'Paid last week' })).toMatchObject({
      value: { severity: 'low', proposed: 'high', isOverridden: true },
    })
  })

  it('that is the proposed one is none', () => {
    expect(plan({}, { severity: 'high' })).toMatchObject({ value: { severity: 'high', isOverridden: false } })
  })

  it('chosen before, with its reason, needs no second one while nothing new was found', () => {
    const before: Partial<TriageFacts> = { severity: 'low', isOverridden: true }
    expect(plan(before, { severity: 'low' })).toMatchObject({ value: { severity: 'low', isOverridden: true } })
    expect(plan(before, { severity: 'low', findings: { under_18: 'now' } })).toMatchObject({ ok: false })
    expect(plan(before, {})).toMatchObject({ value: { severity: 'high', isOverridden: false } })
  })

  it('to critical tells people', () => {
    expect(plan({}, { severity: 'critical', severityReason: 'The boss waits outside' })).toMatchObject({
      value: { becomesCritical: true, isOverridden: true },
    })
  })
})
