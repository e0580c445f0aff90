/** Who stood between the worker and the job, in the order of the chain, and what was paid to them. */
export type ChainParty = {
  readonly id: string
  readonly role: string
  readonly name: string | null
  readonly registeredName: string | null
  readonly paidJpy: bigint | null
}

/** One payment. `paidOn` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type LedgerLine = {
  readonly id: string
  readonly payeeRole: string | null
  readonly payeeName: string | null
  readonly casePartyId: string | null
  readonly category: string | null
  readonly amountMinor: bigint | null
  readonly amountMaxMinor: bigint | null
  readonly currency: string | null
  readonly amountAsTyped: string | null
  readonly precision: string
  readonly paidOn: string | null
  readonly method: string | null
  readonly receipt: string | null
  readonly toldBeforeSigning: boolean | null
  readonly refundedMinor: bigint | null
  readonly jpyMinor: bigint | null
  readonly ratePeriod: string | null
  readonly rateBasis: string | null
  readonly addedByKind: string
}

/** Money borrowed on the way to the job. */
export type CaseLoan = {
  readonly id: string
  readonly lenderKind: string | null
  readonly lenderName: string | null
  readonly principalMinor: bigint | null
  readonly outstandingMinor: bigint | null
  readonly currency: string | null
  readonly amountAsTyped: string | null
  readonly outstandingJpy: bigint | null
  readonly collateral: string | null
}
