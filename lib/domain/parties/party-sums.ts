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
  /** Of fees, how many payments. */
  readonly count: number
}

/** What was paid to a party, and what was asked of it and came back. */
export type PartyMoney = {
  readonly fees: readonly PartySum[]
  readonly claimed: readonly PartySum[]
  readonly agreed: readonly PartySum[]
  readonly repaid: readonly PartySum[]
}

/** Questions put to a party: answered in time or late, never, or not due yet. */
export type PartyResponses = {
  readonly asked: number
  readonly inTime: number
  readonly late: number
  readonly unanswered: number
  readonly waiting: number
}

/** One kind of money of a party's totals, without the currencies in which there is none. */
export function sumsOf<Row extends { readonly currency: string }>(
  totals: readonly Row[],
  read: (row: Row) => { readonly minor: bigint; readonly jpy: bigint },
): readonly PartySum[] {
  return totals.flatMap((row) => {
    const { minor, jpy } = read(row)
    // Nothing in yen for something: no rate was known.
    return minor === 0n ? [] : [{ currency: row.currency, minor, jpy: jpy === 0n ? null : jpy, count: 0 }]
  })
}
