/** An amount of a case as it stands; null where it was not told. */
export type SourceMoney = { readonly minor: bigint; readonly currency: string } | null

/** Words somebody said, and what a person translated. */
export type SourceWords = {
  readonly text: string
  readonly language: string
  readonly saidOn: string
  readonly translation: { readonly text: string; readonly language: string; readonly by: string } | null
}

/** One payment. The name of who got it goes only where the parties go. */
export type SourceFee = {
  readonly id: string
  readonly category: string | null
  readonly payeeRole: string | null
  readonly payeeName: string | null
  readonly amount: SourceMoney
  readonly amountMax: SourceMoney
  readonly precision: string
  readonly paidOn: string | null
  readonly method: string | null
  readonly receipt: string | null
  readonly refunded: SourceMoney
  readonly verdict: string | null
}

/** Everything of a case that can be passed on. What was not agreed to is not even read (data/referral-pack-source.ts). */
export type PackSource = {
  readonly facts: {
    readonly origin: string | null
    readonly destination: string
    readonly scheme: string | null
    readonly grievances: readonly string[]
    readonly dangers: readonly string[]
    readonly severity: string
    readonly receivedOn: string
    readonly language: string
    readonly departureOn: string | null
  } | null
  readonly job: {
    readonly contractMonths: number | null
    readonly contractSignedOn: string | null
    readonly workStartedOn: string | null
    readonly workEndedOn: string | null
    readonly toldTotal: SourceMoney
  } | null
  readonly story: readonly SourceWords[]
  readonly fees: readonly SourceFee[]
  /** The verdict on all payments; null while there is none. */
  readonly verdict: string | null
  readonly loans: readonly {
    readonly lenderKind: string | null
    readonly lenderName: string | null
    readonly principal: SourceMoney
    readonly outstanding: SourceMoney
    readonly collateral: string | null
    readonly borrowedOn: string | null
  }[]
  readonly pay: readonly { readonly kind: string; readonly amount: SourceMoney; readonly forMonth: string | null }[]
  readonly parties: readonly {
    readonly role: string
    readonly name: string | null
    readonly registeredName: string | null
  }[]
  /** Only those an officer judged to be there. */
  readonly signs: readonly string[]
  readonly name: string | null
  readonly contact: {
    readonly channel: string | null
    readonly value: string | null
    readonly safeTimes: string | null
    readonly language: string | null
  } | null
  readonly consents: readonly {
    readonly kind: string
    readonly givenOn: string
    readonly until: string | null
    readonly method: string
  }[]
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly format: string
    readonly bytes: number
    readonly sha256: string
  }[]
}
