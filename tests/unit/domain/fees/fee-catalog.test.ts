import { describe, expect, it } from 'vitest'
import {
  FEE_CATEGORIES,
  FEE_CATEGORY_CODES,
  feeCategory,
  isFeeCategoryCode,
  WORKER_FEE_CATEGORIES,
} from '@/lib/domain/fees/categories'
import { feeLineFrom } from '@/lib/domain/fees/fee-line'
import { partyRolesUnder } from '@/lib/domain/fees/payees'

describe('fee categories', () => {
  it('are 36 different codes whose beginning names their group', () => {
    expect(new Set(FEE_CATEGORY_CODES).size).toBe(36)
    for (const { code, group } of FEE_CATEGORIES) {
      expect(code.startsWith(`${group}_`) || code === 'other_related').toBe(true)
    }
  })

  it('let a worker be charged for related costs at most', () => {
    for (const { group, iloChargeable } of FEE_CATEGORIES) {
      expect(iloChargeable === 'exception_possible').toBe(group === 'rc')
    }
  })

  it('are offered to workers in one order without gaps or doubles', () => {
    expect(WORKER_FEE_CATEGORIES[0]?.code).toBe('rf_placement_service')
    expect(WORKER_FEE_CATEGORIES.at(-1)?.code).toBe('other_related')
    expect(new Set(WORKER_FEE_CATEGORIES.map(({ workerOrder }) => workerOrder)).size).toBe(WORKER_FEE_CATEGORIES.length)
  })

  it('are looked up by code', () => {
    expect(feeCategory('rc_medical').pictogram).toBe('care')
    expect([isFeeCategoryCode('rc_medical'), isFeeCategoryCode('rc_other')]).toEqual([true, false])
  })
})

describe('fee lines', () => {
  it('take what was told and leave the rest unknown', () => {
    expect(feeLineFrom({ amountMinor: '500', currency: 'VND', toldBeforeSigning: 'no' })).toMatchObject({
      amount: { amountMinor: 500n, currency: 'VND' },
      wasToldBeforeSigning: false,
      receipt: null,
    })
    expect(feeLineFrom({ amountMinor: '500' }).amount).toBeNull()
    expect(feeLineFrom({ amountMinor: 'x', currency: 'VND' }).amount).toBeNull()
  })
})

describe('parties', () => {
  it('offer the support body of the scheme only', () => {
    expect(partyRolesUnder('titp')).toContain('supervising_organization')
    expect(partyRolesUnder('titp')).not.toContain('registered_support_organization')
    expect(partyRolesUnder('ssw')).not.toContain('supervising_organization')
    expect(partyRolesUnder('not_sure')).toHaveLength(10)
    expect(partyRolesUnder(undefined)).toHaveLength(10)
  })
})
