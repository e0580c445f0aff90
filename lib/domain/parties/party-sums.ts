/** A case that names a party, of those the grant may see. */
export type PartyCase = {
  readonly number: string
  readonly state: string
  readonly receivedAt: Date
  readonly feeVerdict: string | null
  readonly role: string
}

/** The latest cases that name a party; `all`: how many there are, `above`: those with a fee above what is allowed. */
export type PartyCasesFound = { readonly cases: readonly PartyCase[]; readonly all: number; readonly above: number }

/** A sum in its own currency and in yen; `jpy` is null where no rate was known for any of it. */
export type PartySum = {
  readonly currency: string
  readonly minor: bigint
  readonly jpy: bigint | null
  readonly count: number
}

/** What was paid to a party, and what was asked of it and came back. */
export type PartyMoney = {
  readonly fees: readonly PartySum[]
  readonly claimed: readonly PartySum[]
  readonly agreed: readonly PartySum[]
  readonly repaid: readonly PartySum[]
}
