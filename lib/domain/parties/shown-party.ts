import type { MatchReason } from './matching/match-parties'

export type StoredName = { readonly id: string; readonly name: string; readonly kind: string; readonly script: string }

export type StoredStatus = {
  readonly id: string
  readonly status: string
  readonly sinceOn: string | null
  readonly source: string
  readonly notedAt: Date
  readonly withdrawnAt: Date | null
}

export type StoredLicence = {
  readonly id: string
  readonly regime: string
  readonly number: string
  readonly status: string
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly source: string
  readonly statuses: readonly StoredStatus[]
}

export type StoredProgramme = {
  readonly id: string
  readonly programme: string
  readonly fromOn: string | null
  readonly toOn: string | null
}

/** A party of the register with everything public about it. */
export type StoredParty = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly roles: readonly string[]
  readonly version: number
  readonly mergedIntoId: string | null
  readonly names: readonly StoredName[]
  readonly licences: readonly StoredLicence[]
  readonly programmes: readonly StoredProgramme[]
}

/** What is needed to compare and show a party in a list. */
export type PartyLine = Pick<StoredParty, 'id' | 'name' | 'country' | 'roles' | 'version'> & {
  readonly names: readonly string[]
  readonly licences: readonly { readonly regime: string; readonly number: string; readonly status: string }[]
}

/** A party that may be the one looked for; `score` from 0 to 1, and why. */
export type FoundParty = PartyLine & { readonly score: number; readonly reasons: readonly MatchReason[] }

/** A party of a case with the name as given, and the party of the register it is linked to. */
export type CasePartyToLink = {
  readonly id: string
  readonly role: string
  readonly given: string | null
  readonly partyId: string | null
  readonly partyName: string | null
}

/** Two parties put together, as the history of one of them tells it. */
export type PartyMergeLine = {
  readonly id: string
  readonly from: { readonly name: string }
  readonly into: { readonly name: string }
  readonly mergedAt: Date
  readonly mergedByName: string
  readonly reason: string
  readonly undoneAt: Date | null
}

/** How a party stood after a change; `snapshot` is JSON of that time. */
export type PartyVersionLine = {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly changedAt: Date
  readonly changedByName: string
  readonly snapshot: unknown
}
