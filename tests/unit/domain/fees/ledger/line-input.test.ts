import { describe, expect, it } from 'vitest'
import { lineFromAnswer } from '@/lib/domain/fees/ledger/line-input'

describe('a payment from answers', () => {
  it('keeps everything that was told', () => {
    expect(
      lineFromAnswer(
        {
          payeeRole: 'broker',
          category: 'rf_broker_introduction',
          amountMinor: '5000',
          amountMaxMinor: '7000',
          currency: 'VND',
          precision: 'range',
          paidOn: '2025',
          method: 'deduction',
          instalments: 6,
          paidBy: 'family',
          refundedMinor: '1000',
          toldBeforeSigning: 'no',
        },
        'party',
      ),
    ).toEqual({
      payeeRole: 'broker',
      payeeName: null,
      casePartyId: 'party',
      category: 'rf_broker_introduction',
      lumpCategories: [],
      amountMinor: 5000n,
      amountMaxMinor: 7000n,
      currency: 'VND',
      precision: 'range',
      paidOn: '2025',
      method: 'deduction',
      instalments: 6,
      receipt: null,
      toldBeforeSigning: false,
      paidBy: 'family',
      refundedMinor: 1000n,
    })
  })

  it('of several things is one lump, for each of them once', () => {
    const lump = { category: 'rc_medical', lumpCategories: ['rc_medical', 'rc_visa_permit'] } as const
    expect(lineFromAnswer({ ...lump, lumpCategories: [...lump.lumpCategories] }, null)).toMatchObject({
      category: null,
      lumpCategories: ['rc_medical', 'rc_visa_permit'],
    })
    expect(lineFromAnswer({ lumpCategories: ['rc_medical'] }, null)).toMatchObject({
      category: 'rc_medical',
      lumpCategories: [],
    })
  })

  it('says nothing that contradicts itself', () => {
    const sum = { amountMinor: '500', amountMaxMinor: '300', currency: 'VND' } as const
    expect(lineFromAnswer({ ...sum, precision: 'range' }, null)).toMatchObject({
      amountMinor: 500n,
      amountMaxMinor: null,
      precision: 'about',
    })
    expect(lineFromAnswer({ ...sum, precision: 'forgotten' }, null)).toMatchObject({ amountMinor: null })
    expect(lineFromAnswer({ amountMinor: '500', refundedMinor: '5' }, null)).toMatchObject({
      amountMinor: null,
      refundedMinor: null,
    })
  })
})
