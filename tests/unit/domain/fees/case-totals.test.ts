import { describe, expect, test } from 'vitest'
import { caseTotals } from '@/lib/domain/fees/case-totals'

describe('caseTotals', () => {
  test('adds what was paid to whom', () => {
    const lines = [
      { payeeRole: 'sending_organization', jpyMinor: 500_000n },
      { payeeRole: 'sending_organization', jpyMinor: 20_000n },
      { payeeRole: 'broker', jpyMinor: 150_000n },
      { payeeRole: null, jpyMinor: 1n },
    ]
    expect(caseTotals(lines, [{ outstandingJpy: 300_000n }])).toEqual({
      feeLineCount: 4,
      paidTotalJpy: 670_001n,
      hasPaidSending: true,
      paidSendingJpy: 520_000n,
      hasPaidBroker: true,
      paidBrokerJpy: 150_000n,
      debtJpy: 300_000n,
    })
  })

  test('a forgotten amount counts as paid, never as zero', () => {
    const totals = caseTotals([{ payeeRole: 'broker', jpyMinor: null }], [{ outstandingJpy: null }])
    expect(totals.hasPaidBroker).toBe(true)
    expect(totals.paidBrokerJpy).toBeNull()
    expect(totals.debtJpy).toBeNull()
  })
})
