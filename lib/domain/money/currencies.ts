/**
 * The currencies we accept, which are those we hold exchange rates for.
 *
 * - `minorDigits`: decimal digits of the minor unit, ISO 4217. An amount of 1 USD is stored as 100.
 * - `hasSubunitInUse`: whether people still write the minor unit. The rupiah has two digits in
 *   ISO 4217, but nobody writes sen, so `25.000` can only mean twenty-five thousand.
 * - `oneYen`: what one yen is worth, in whole units, to the order of magnitude (rates of
 *   September 2026). Only used to notice that a typed amount is absurdly small.
 */
export const CURRENCIES = {
  VND: { minorDigits: 0, hasSubunitInUse: false, oneYen: 155 },
  JPY: { minorDigits: 0, hasSubunitInUse: false, oneYen: 1 },
  USD: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  CNY: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  PHP: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  NPR: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  IDR: { minorDigits: 2, hasSubunitInUse: false, oneYen: 111 },
  MMK: { minorDigits: 2, hasSubunitInUse: false, oneYen: 13 },
  KHR: { minorDigits: 2, hasSubunitInUse: false, oneYen: 25 },
  THB: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  LKR: { minorDigits: 2, hasSubunitInUse: true, oneYen: 2 },
  BDT: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  MNT: { minorDigits: 2, hasSubunitInUse: false, oneYen: 22 },
  LAK: { minorDigits: 2, hasSubunitInUse: false, oneYen: 137 },
  INR: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  KRW: { minorDigits: 0, hasSubunitInUse: false, oneYen: 9 },
  TWD: { minorDigits: 2, hasSubunitInUse: false, oneYen: 0 },
  HKD: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  SGD: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  MYR: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  AED: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  SAR: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  QAR: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
  KWD: { minorDigits: 3, hasSubunitInUse: true, oneYen: 0 },
  EUR: { minorDigits: 2, hasSubunitInUse: true, oneYen: 0 },
} as const satisfies Record<string, { minorDigits: number; hasSubunitInUse: boolean; oneYen: number }>

/** An ISO 4217 currency code we accept. */
export type CurrencyCode = keyof typeof CURRENCIES

/** All accepted currencies, the usual ones of our corridors first. */
export const CURRENCY_CODES = Object.keys(CURRENCIES) as readonly CurrencyCode[]

/** Whether a stored or posted text is a currency we accept. */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(CURRENCIES, text)
}

/** How many minor units make one major unit: 1n for VND and JPY, 100n for USD, 1000n for KWD. */
export function minorPerMajor(currency: CurrencyCode): bigint {
  return 10n ** BigInt(CURRENCIES[currency].minorDigits)
}
