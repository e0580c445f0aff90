import { ANSWER_PURPOSE } from './answers/request'

/**
 * The separate things a worker may agree to; none is ticked beforehand, silence is not consent:
 * keep the complaint, keep special-care information, be contacted, let us contact the company or
 * agency, send to a named body, use without name in statistics.
 */
export const CONSENT_KINDS = [
  'keep_complaint',
  'keep_special_care',
  'contact_worker',
  'contact_party',
  'send_to_body',
  'statistics',
] as const

/** One thing a worker may agree to. */
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** A consent runs out after this many days unless it names another date (house rule). */
export const CONSENT_DEFAULT_DAYS = 90

/** Consents that last as long as the case; the others run out (domain notes, part 5). */
const LASTING_CONSENTS: readonly ConsentKind[] = ['keep_complaint', 'keep_special_care', 'statistics']

/** When a consent given now runs out; null for one that lasts as long as the case. */
export function consentExpiry(kind: ConsentKind, givenAt: Date): Date | null {
  return LASTING_CONSENTS.includes(kind) ? null : new Date(givenAt.getTime() + CONSENT_DEFAULT_DAYS * 86_400_000)
}

/** The dates of a consent that decide whether it still holds. */
export type ConsentDates = {
  readonly givenAt: Date
  readonly expiresAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Whether a consent holds at an instant: given, not run out, not withdrawn. */
export function isConsentValid(consent: ConsentDates, at: Date): boolean {
  if (consent.givenAt > at) return false
  if (consent.withdrawnAt !== null && consent.withdrawnAt <= at) return false
  return consent.expiresAt === null || at < consent.expiresAt
}

/**
 * Whether a yes lets us contact parties at an instant. The yes that a question to one party rests on (purpose `party_answer`) is for
 * that question alone.
 */
export function allowsPartyContact(
  consent: ConsentDates & { readonly kind: string; readonly purpose: string | null },
  at: Date,
): boolean {
  return consent.kind === 'contact_party' && consent.purpose !== ANSWER_PURPOSE && isConsentValid(consent, at)
}

/** Whether two yeses say the same: taken back, one takes the other along. A yes for one question to a party stands for itself. */
export function isSameYes(a: SaidYes, b: SaidYes): boolean {
  if (a.id === b.id) return true
  if (a.purpose === ANSWER_PURPOSE || b.purpose === ANSWER_PURPOSE) return false
  return a.kind === b.kind && a.recipientBody === b.recipientBody
}

type SaidYes = {
  readonly id: string
  readonly kind: string
  readonly recipientBody: string | null
  readonly purpose: string | null
}

/**
 * Version of the information page a person agrees to. Stored with every consent, so that it is known later what was read.
 * Change it in the same commit as the words of `common.information_…`.
 */
export const CONSENT_TEXT_VERSION = '2026-11-21'

/** What is not agreed to be kept is erased after this many days, like a draft (domain notes, part 10, retention). */
export const DRAFT_KEEPING_DAYS = 30

/** What can be agreed to without naming an office; sending to a named office is agreed to with its referral. */
export const PLAIN_CONSENT_KINDS = CONSENT_KINDS.filter((kind) => kind !== 'send_to_body')

/** When a case that may not be kept from an instant on is erased. */
export function eraseDayFrom(at: Date): Date {
  return new Date(at.getTime() + DRAFT_KEEPING_DAYS * 86_400_000)
}

type Confirmation = ConsentDates & { readonly kind: string; readonly method: string; readonly purpose?: string | null }

/**
 * Whether the worker personally agreed that a report is kept which somebody else filed: on the own page, or to an officer after
 * the filing. A yes that came with the report itself is the filer's word (proxy filing, domain notes, part 5).
 */
export function isProxyConfirmed(consents: readonly Confirmation[], receivedAt: Date, at: Date): boolean {
  return consents.some(
    (consent) =>
      consent.kind === 'keep_complaint' &&
      isConsentValid(consent, at) &&
      (consent.method === 'tap' || consent.givenAt > receivedAt),
  )
}

/** The facts of a case that decide whether a yes is already there: who told it, when, and what was agreed to. */
export type AgreedBefore = {
  /** Somebody else than the worker told it. */
  readonly isByProxy: boolean
  readonly receivedAt: Date
  readonly consents: readonly Confirmation[]
}

/** Whether saying yes would change nothing, because the worker's own yes of this kind holds already. */
export function isAgreed(kind: ConsentKind, before: AgreedBefore, at: Date): boolean {
  // The yes for one question to a party is not the general one.
  const holds = before.consents.some(
    (consent) => consent.kind === kind && consent.purpose !== ANSWER_PURPOSE && isConsentValid(consent, at),
  )
  if (kind !== 'keep_complaint' || !before.isByProxy) return holds
  return isProxyConfirmed(before.consents, before.receivedAt, at)
}
