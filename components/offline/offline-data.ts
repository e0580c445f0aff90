import type { PackedBasis } from '@/lib/domain/fees/check/check-basis'

/** The one file of a language that a phone keeps: words, rules, rates, and the day they are of; /{locale}/offline.json. */
export type OfflineData = {
  readonly madeOn: string
  readonly words: Readonly<Record<string, string>>
  readonly basis: PackedBasis
  /** What finished reports are sealed to: a short name, and a point of P-256 as base64url. */
  readonly outbox: { readonly id: string; readonly publicKey: string }
}
