/** What the totals of a case are made from; amounts in whole yen, null where no amount was remembered or no rate is known. */
export type PaidLine = { readonly payeeRole: string | null; readonly jpyMinor: bigint | null }
export type OwedLoan = { readonly outstandingJpy: bigint | null }

/**
 * The totals that the queue and the statistics read. "Paid" is true as soon as a line names the payee, with or without an
 * amount; the yen are null when no line had one, so that a forgotten amount is never counted as zero.
 */
export type CaseTotals = {
  readonly feeLineCount: number
  readonly paidTotalJpy: bigint
  readonly hasPaidSending: boolean
  readonly paidSendingJpy: bigint | null
  readonly hasPaidBroker: boolean
  readonly paidBrokerJpy: bigint | null
  readonly debtJpy: bigint | null
}

/** Adds up the lines and loans of one case. */
export function caseTotals(lines: readonly PaidLine[], loans: readonly OwedLoan[]): CaseTotals {
  const to = (role: string) => lines.filter((line) => line.payeeRole === role)
  const sending = to('sending_organization')
  const broker = to('broker')
  return {
    feeLineCount: lines.length,
    paidTotalJpy: sumKnown(lines.map((line) => line.jpyMinor)) ?? 0n,
    hasPaidSending: sending.length > 0,
    paidSendingJpy: sumKnown(sending.map((line) => line.jpyMinor)),
    hasPaidBroker: broker.length > 0,
    paidBrokerJpy: sumKnown(broker.map((line) => line.jpyMinor)),
    debtJpy: sumKnown(loans.map((loan) => loan.outstandingJpy)),
  }
}

function sumKnown(amounts: readonly (bigint | null)[]): bigint | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0n)
}
