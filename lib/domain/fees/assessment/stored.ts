import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { CaseAssessment } from './assessment'
import type { CaseFeeFacts } from './facts'

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const FORM = 2

/**
 * A verdict with the facts it was reached from, as JSON: whole numbers of any size become `{"bigint": "…"}`. With the versions of
 * the rules it names and `ratesOf`, it can be reached again.
 */
export function storedInputs(facts: CaseFeeFacts, assessment: CaseAssessment): { readonly [key: string]: Json } {
  return { form: FORM, facts: toJson(facts), assessment: toJson(assessment) }
}

/** Reads what `storedInputs` made. Throws a TypeError for anything else: what we stored ourselves is not to be guessed at. */
export function readStored(json: unknown): { readonly facts: CaseFeeFacts; readonly assessment: CaseAssessment } {
  const stored = fromJson(json)
  if (typeof stored !== 'object' || stored === null) throw new TypeError('not a stored verdict')
  if (!('form' in stored) || stored.form !== FORM || !('facts' in stored) || !('assessment' in stored)) {
    throw new TypeError('not a stored verdict of a form we know')
  }
  const { facts, assessment } = stored as { facts: CaseFeeFacts; assessment: CaseAssessment }
  return { facts, assessment }
}

/** The official rates a verdict went through: with these alone in the table it is reached again, whatever the table says now. */
export function ratesOf(assessment: CaseAssessment): readonly ExchangeRate[] {
  const rows = assessment.rates.filter(({ basis }) => basis !== 'officer')
  const byPeriod = new Map(
    rows.map(({ currency, period, unitsPerUsd, source }) => [
      `${currency} ${period}`,
      { currency, period, unitsPerUsd, source },
    ]),
  )
  return [...byPeriod.values()]
}

function toJson(value: unknown): Json {
  if (typeof value === 'bigint') return { bigint: value.toString() }
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, toJson(inner)] as const])),
    )
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  throw new TypeError(`not to be stored: ${typeof value}`)
}

function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only?.[0] === 'bigint' && typeof only[1] === 'string') return BigInt(only[1])
  return Object.fromEntries(entries.map(([key, inner]) => [key, fromJson(inner)]))
}
