import { describe, expect, it } from 'vitest'
import { corridorOf, CORRIDOR_CODES, isCorridorCode, originOf } from '@/lib/domain/corridor'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { isConsentValid } from '@/lib/domain/consents'
import { grievancesIn, GRIEVANCE_CODES, indicatorsOf, WORKER_GRIEVANCES } from '@/lib/domain/grievances/catalog'
import { GRIEVANCE_GROUPS } from '@/lib/domain/grievances/grievance-row'

describe('grievances', () => {
  it('are 29 different codes, of which workers see all but the officers’ one', () => {
    expect(new Set(GRIEVANCE_CODES).size).toBe(29)
    expect(WORKER_GRIEVANCES.map(({ code }) => code)).not.toContain('trafficking_suspected')
    expect(WORKER_GRIEVANCES).toHaveLength(28)
  })

  it('stand in groups of four on the screen', () => {
    for (const group of GRIEVANCE_GROUPS.filter((name) => name !== 'staff')) {
      expect(grievancesIn(group), group).toHaveLength(4)
    }
    expect(WORKER_GRIEVANCES.at(-1)?.code).toBe('other')
  })

  it('count every forced-labour sign once', () => {
    expect(indicatorsOf(['fees_debt', 'deposit_penalty'])).toEqual([
      'debt_bondage',
      'abuse_of_vulnerability',
      'intimidation_threats',
    ])
  })
})

describe('corridors', () => {
  it('are made of origin and destination and taken apart again', () => {
    expect(corridorOf('VN', 'JP')).toBe('VN-JP')
    expect(CORRIDOR_CODES.map(originOf)).toEqual(ORIGIN_CODES)
    expect([isCorridorCode('VN-JP'), isCorridorCode('JP-VN')]).toEqual([true, false])
  })
})

describe('consents', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  it.each([
    [{ givenAt: at(1), expiresAt: null, withdrawnAt: null }, true],
    [{ givenAt: at(11), expiresAt: null, withdrawnAt: null }, false],
    [{ givenAt: at(1), expiresAt: at(10), withdrawnAt: null }, false],
    [{ givenAt: at(1), expiresAt: at(11), withdrawnAt: null }, true],
    [{ givenAt: at(1), expiresAt: null, withdrawnAt: at(10) }, false],
  ])('%j holds on the tenth: %s', (consent, holds) => {
    expect(isConsentValid(consent, at(10))).toBe(holds)
  })
})
