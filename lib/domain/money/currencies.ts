/**
 * The currencies we accept, which are those we hold exchange rates for.
 *
 * - `minorDigits`: decimal digits of the minor unit, ISO 4217. An amount of 1 USD is stored as 100.
 * - `hasSubunitInUse`: whether people still write the minor unit. The rupiah has two digits in
 *   ISO 4217, but nobody writes sen, so `25.000` can only mean twenty-five thousand.
 * - `tenThousandYen`: what 10,000 yen are worth, in whole units, to two or three digits (the latest rates of
 *   prisma/seed/exchange-rates.csv, mid-2026). Only used to notice that a typed amount is absurdly small or large.
 */
export const CURRENCIES = {
  VND: { minorDigits: 0, hasSubunitInUse: false, tenThousandYen: 1_550_000 },
  JPY: { minorDigits: 0, hasSubunitInUse: false, tenThousandYen: 10_000 },
  USD: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 62 },
  CNY: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 420 },
  PHP: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 3800 },
  NPR: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 9100 },
  IDR: { minorDigits: 2, hasSubunitInUse: false, tenThousandYen: 1_110_000 },
  MMK: { minorDigits: 2, hasSubunitInUse: false, tenThousandYen: 130_000 },
  KHR: { minorDigits: 2, hasSubunitInUse: false, tenThousandYen: 250_000 },
  THB: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 2100 },
  LKR: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 20_600 },
  BDT: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 7600 },
  MNT: { minorDigits: 2, hasSubunitInUse: false, tenThousandYen: 220_000 },
  LAK: { minorDigits: 2, hasSubunitInUse: false, tenThousandYen: 1_370_000 },
  INR: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 5900 },
  KRW: { minorDigits: 0, hasSubunitInUse: false, tenThousandYen: 92_000 },
  TWD: { minorDigits: 2, hasSubunitInUse: false, tenThousandYen: 2000 },
  HKD: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 480 },
  SGD: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 79 },
  MYR: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 250 },
  AED: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 226 },
  SAR: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 231 },
  QAR: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 224 },
  KWD: { minorDigits: 3, hasSubunitInUse: true, tenThousandYen: 19 },
  EUR: { minorDigits: 2, hasSubunitInUse: true, tenThousandYen: 54 },
} as const satisfies Record<string, { minorDigits: number; hasSubunitInUse: boolean; tenThousandYen: number }>

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
