import { describe, expect, it } from 'vitest'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { assessSeverity, type SeverityFacts } from '@/lib/domain/severity'

function told(facts: Partial<SeverityFacts>): SeverityFacts {
  return {
    grievances: [],
    dangers: [],
    feeCategories: [],
    lender: null,
    collateral: null,
    story: null,
    departureOn: null,
    today: '2026-11-21',
    ...facts,
  }
}

describe('assessSeverity', () => {
  it.each([
    ['nothing chosen is low', {}, 'low', ['grievance_default']],
    ['the default of a grievance', { grievances: ['working_time'] }, 'medium', ['grievance_default']],
    ['the highest default counts', { grievances: ['other', 'dismissal'] }, 'high', ['grievance_default']],
    ['a debt to a bank stays medium', { grievances: ['fees_debt'], lender: 'bank' }, 'medium', ['grievance_default']],
    ['a debt to a recruiter is high', { grievances: ['fees_debt'], lender: 'broker' }, 'high', ['debt_to_recruiter']],
    [
      'collateral is high',
      { grievances: ['fees_debt'], feeCategories: ['il_collateral', null] },
      'high',
      ['collateral_given'],
    ],
    ['a house for a loan is high', { grievances: ['fees_debt'], collateral: 'house' }, 'high', ['collateral_given']],
    [
      'a loan without a pledge stays',
      { grievances: ['fees_debt'], collateral: 'none' },
      'medium',
      ['grievance_default'],
    ],
    ['a flight in seven days', { departureOn: '2026-11-28' }, 'critical', ['departure_within_7_days']],
    ['a flight in eight days', { departureOn: '2026-11-29' }, 'low', ['grievance_default']],
    ['a flight long gone', { departureOn: '2026-11-20' }, 'low', ['grievance_default']],
    [
      'pregnant and threatened',
      { grievances: ['pregnancy_maternity', 'threats'] },
      'critical',
      ['pregnancy_and_threat'],
    ],
    ['words of self-harm', { story: 'Em muốn chết.' }, 'critical', ['self_harm']],
    ['two signs', { grievances: ['fees_debt'] }, 'medium', ['grievance_default']],
    ['three signs', { grievances: ['fees_debt', 'wages_unpaid'] }, 'critical', ['three_indicators']],
    ['violence by default', { grievances: ['violence'] }, 'critical', ['grievance_default']],
  ] as const)('%s', (_title, facts, severity, reasons) => {
    expect(assessSeverity(told(facts))).toEqual({ severity, reasons })
  })

  it.each(DANGER_CODES)('the danger %s makes it critical and says why', (danger) => {
    const { severity, reasons } = assessSeverity(told({ dangers: [danger] }))
    expect(severity).toBe('critical')
    expect(reasons).toHaveLength(1)
    expect(reasons).not.toContain('grievance_default')
  })
})
