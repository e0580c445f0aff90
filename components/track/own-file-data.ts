import type { OwnFileParts } from './own-file'

/** What the file for programs has beside what stands in the one for people. */
export type OwnDataParts = OwnFileParts & {
  readonly reading: {
    readonly consents: readonly {
      readonly kind: string
      readonly recipientBody: string | null
      readonly officeName: string | null
      readonly purpose: string | null
      readonly dataItems: readonly string[]
      readonly language: string
      readonly textVersion: string
      readonly method: string
      readonly givenAt: Date
      readonly expiresAt: Date | null
      readonly withdrawnAt: Date | null
    }[]
    readonly messages: readonly {
      readonly direction: string
      readonly language: string
      readonly text: string
      readonly translation: string | null
      readonly sentAt: Date
      readonly readAt: Date | null
    }[]
    /** To whom the case went, what was agreed, what is promised and what stands in the way: as they were read. */
    readonly referrals: readonly object[]
    readonly remedies: readonly object[]
    readonly offers: readonly object[]
    readonly arrivals: readonly object[]
    readonly surveys: readonly object[]
    readonly rights: readonly object[]
    readonly holds: readonly object[]
    readonly breaches: readonly object[]
  }
  readonly payments: readonly object[]
  readonly loans: readonly object[]
  readonly wages: readonly object[]
  readonly parties: readonly object[]
  /** The verdict on the payments that counts now. */
  readonly verdict: object | null
}

/** Everything of the case as JSON: codes as they are stored, instants in UTC, amounts in minor units as text. */
export function ownFileData(parts: OwnDataParts, at: Date): string {
  const { own, facts, reading } = parts
  const told = {
    format: 'fair-passage-own-case/1',
    madeAt: at,
    number: own.number,
    office: own.office.name,
    state: own.state,
    receivedAt: own.receivedAt,
    line: parts.moves.map(({ toState, movedAt }) => ({ state: toState, at: movedAt })),
    told: parts.statements.map(({ text, language, createdAt }) => ({ text, language, at: createdAt })),
    reach: facts.contact,
    person: facts.person?.facts ?? null,
    parties: parts.parties,
    payments: parts.payments,
    loans: parts.loans,
    pay: parts.wages,
    verdict: parts.verdict,
    corrections: facts.corrections.map(({ field, before, after, state }) => ({ field, before, after, state })),
    consents: reading.consents.map(
      ({ kind, recipientBody, officeName, purpose, dataItems, language, textVersion, method, ...dates }) => ({
        kind,
        recipient: officeName ?? recipientBody,
        purpose,
        dataItems,
        language,
        textVersion,
        method,
        givenAt: dates.givenAt,
        expiresAt: dates.expiresAt,
        withdrawnAt: dates.withdrawnAt,
      }),
    ),
    sentTo: reading.referrals,
    messages: reading.messages.map(({ direction, language, text, translation, sentAt, readAt }) => ({
      direction,
      language,
      text,
      translation,
      sentAt,
      readAt,
    })),
    files: parts.files.map(({ kind, name, addedAt, removed }) => ({ kind, name, addedAt, removed })),
    agreements: reading.remedies,
    offers: reading.offers,
    arrived: reading.arrivals,
    ratings: reading.surveys,
    requests: reading.rights,
    holds: reading.holds,
    incidents: reading.breaches,
  }
  return `${JSON.stringify(told, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2)}\n`
}
