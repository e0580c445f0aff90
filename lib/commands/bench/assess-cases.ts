import { WORKER_FEE_CATEGORIES } from '@/lib/domain/fees/categories'
import type { CaseFeeFacts, FeeLineFacts } from '@/lib/domain/fees/assessment/facts'
import type { PartyRole } from '@/lib/domain/fees/payees'
import { minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { SchemeCode } from '@/lib/domain/schemes'
import { randomFrom, type Random } from '@/lib/demo/random'
import { DEMO_COUNTRIES } from '@/lib/demo/survey/figure'
import { CURRENCIES_OF, UNITS_OF } from '@/lib/demo/survey/money-forms'
import { drawPaymentDates } from '@/lib/demo/survey/payment-dates'

const MOST_LINES = 8
const RECEIVED = { month: '2026-11', day: '2026-11-20' } as const
const PAYEES = {
  sending_organization: 55,
  broker: 15,
  training_center: 10,
  supervising_organization: 6,
  accepting_company: 6,
  authority: 5,
  other: 3,
} as const satisfies Partial<Record<PartyRole, number>>
const SCHEMES = { titp: 70, ssw: 25, not_sure: 5 } as const satisfies Partial<Record<SchemeCode, number>>
const USUAL = ['rf_placement_service', 'rc_training_orientation', 'rf_broker_introduction'] as const
/** Out of a hundred lines: amounts forgotten, remembered as a range, one lump, months forgotten, something that came back. */
const VAGUE = { forgotten: 0.12, range: 0.1, lump: 0.08, undated: 0.05, refunded: 0.05 } as const

/** Invented cases of the corridors of the demonstration with 1 to 8 payments each, `lines` payments in all; the same ones every time. */
export function casesToAssess(lines: number): CaseFeeFacts[] {
  const random = randomFrom('cases to assess')
  const cases: CaseFeeFacts[] = []
  for (let left = lines; left > 0; left -= cases.at(-1)?.lines.length ?? left)
    cases.push(caseOf(Math.min(left, random.int(1, MOST_LINES)), random))
  return cases
}

function caseOf(size: number, random: Random): CaseFeeFacts {
  const origin = random.pick(DEMO_COUNTRIES)
  const known = random.chance(0.8)
  return {
    origin,
    destination: 'JP',
    scheme: random.weighted(SCHEMES),
    programmes: random.chance(0.05) ? ['feri'] : [],
    contractMonths: known ? random.pick([12, 36, 60]) : null,
    monthsWorked: null,
    contractBasicWage: known ? { amountMinor: BigInt(random.int(130, 180)) * 1000n, currency: 'JPY' } : null,
    plannedMonthlyPay: null,
    conditions: origin === 'CN' && known ? { labour_contract_with_sender: random.chance(0.5) } : {},
    knownOn: RECEIVED.day,
    lines: Array.from({ length: size }, (_, index) => lineOf(index, random.weighted(CURRENCIES_OF[origin]), random)),
  }
}

function lineOf(index: number, currency: CurrencyCode, random: Random): FeeLineFacts {
  const unit = (UNITS_OF[currency]?.[1] ?? 1n) * minorPerMajor(currency)
  const minMinor = unit * BigInt(random.int(10, 2000))
  const maxMinor = random.chance(VAGUE.range) ? (minMinor * 12n) / 10n : minMinor
  const payeeRole = random.weighted(PAYEES)
  const category = random.chance(0.6) ? random.pick(USUAL) : random.pick(WORKER_FEE_CATEGORIES).code
  return {
    id: `${index}`,
    payeeRole,
    partyKey: payeeRole,
    categories: random.chance(VAGUE.lump) ? ['rf_placement_service', 'rc_training_orientation'] : [category],
    amount: random.chance(VAGUE.forgotten) ? null : { minMinor, maxMinor, currency },
    paidOn: random.chance(VAGUE.undated) ? null : drawPaymentDates(RECEIVED.month, random).sending,
    refundedMinor: random.chance(VAGUE.refunded) ? minMinor / 4n : 0n,
    rateOverride: null,
    paidBy: 'worker',
    knownOn: null,
  }
}
