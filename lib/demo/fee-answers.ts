import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { PayerKind, PaymentMethod } from '@/lib/domain/fees/payment-methods'
import type { FeeLineAnswer, PartyAnswer } from '@/lib/domain/report/answers'
import type { Random } from './random'
import { rememberedAmount, typedRefund } from './remembered-amounts'
import { unitsOf } from './survey/money-forms'
import type { MoneyAnswers, PaidSum } from './survey/sample'

/**
 * What is paid to a sending organisation, in a thousand: placement 320,272, schooling 94,302 and deposit 29,339 yen of the
 * survey's Vietnamese answers; the rest is not broken down there and stays with the placement.
 */
const SCHOOLING = 144
const DEPOSIT = 45
/** Who remembers one sum for everything, and what it was for. */
const LUMP = 0.08
const LUMPS: readonly FeeCategoryCode[][] = [
  ['rf_placement_service', 'rc_training_orientation'],
  ['rf_placement_service', 'rc_training_orientation', 'il_deposit_security'],
  ['rf_placement_service', 'rc_visa_permit', 'rc_travel_international'],
]
const REFUNDED = 0.05

/** Smaller payments on the way: to whom, for what, how. */
const OTHERS = {
  office: { role: 'authority', categories: { rc_passport_id: 5, rc_medical: 4, rc_visa_permit: 2 } },
  clinic: { role: 'other', categories: { rc_medical: 6, rc_skills_language_test: 3, rc_passport_id: 1 } },
  company: { role: 'accepting_company', categories: { rf_recovery_from_worker: 3, il_wage_deduction_fabricated: 2 } },
  supervisor: { role: 'supervising_organization', categories: { rc_representation_documents: 2, rc_medical: 1 } },
} as const satisfies Record<string, { role: PartyRole; categories: Partial<Record<FeeCategoryCode, number>> }>
const OTHERS_OFTEN = { office: 50, clinic: 28, company: 14, supervisor: 8 } as const

const METHODS = {
  agency: { cash: 64, bank: 33, deduction: 3 },
  home: { cash: 86, bank: 8, goods: 6 },
  japan: { deduction: 85, cash: 12, labour: 3 },
} as const satisfies Record<string, Partial<Record<PaymentMethod, number>>>

type Part = Pick<FeeLineAnswer, 'category' | 'lumpCategories'> & { readonly sum: PaidSum }

/** The payments of one worker, line by line. */
export function feeAnswers(
  { sending, broker, other, debt }: MoneyAnswers,
  parties: readonly PartyAnswer[],
  random: Random,
): FeeLineAnswer[] {
  const isInDebt = typeof debt === 'object'
  const lines: FeeLineAnswer[] = []
  const add = (payeeRole: PartyRole, part: Part) => lines.push(lineOf(payeeRole, part, parties, isInDebt, random))
  if (sending) for (const part of partsOf(sending, random)) add('sending_organization', part)
  if (broker) add('broker', { category: 'rf_broker_introduction', sum: broker })
  if (other) {
    const { role, categories } = OTHERS[random.weighted(OTHERS_OFTEN)]
    add(role, { category: random.weighted<FeeCategoryCode>(categories), sum: other })
  }
  return lines
}

function partsOf(sum: PaidSum, random: Random): Part[] {
  const whole = { category: 'rf_placement_service', sum } as const
  const { amount } = sum
  if (random.chance(LUMP)) return [{ lumpCategories: random.pick(LUMPS), sum }]
  if (!amount || sum.streetRate !== null) return [whole]
  const unit = unitsOf(amount.currency)[0] ?? 1n
  const part = (thousandths: number) => ((amount.amountMinor * BigInt(thousandths)) / 1000n / unit) * unit
  const schooling = random.chance(0.7) ? part(SCHOOLING) : 0n
  const deposit = random.chance(0.25) ? part(DEPOSIT * 4) : 0n
  const piece = (category: FeeCategoryCode, amountMinor: bigint) =>
    amountMinor === 0n ? [] : [{ category, sum: { ...sum, amount: { ...amount, amountMinor } } }]
  return [
    ...piece('rf_placement_service', amount.amountMinor - schooling - deposit),
    ...piece('rc_training_orientation', schooling),
    ...piece('il_deposit_security', deposit),
  ]
}

function lineOf(
  payeeRole: PartyRole,
  { sum, ...forWhat }: Part,
  parties: readonly PartyAnswer[],
  isInDebt: boolean,
  random: Random,
): FeeLineAnswer {
  const payeeName = parties.find(({ role }) => role === payeeRole)?.name
  const told = random.weighted({ yes: 60, no: 25, unknown: 15 })
  const method = random.weighted<PaymentMethod>(methodsOf(payeeRole))
  const isDeducted = method === 'deduction'
  const payer = isDeducted
    ? 'worker'
    : random.weighted({ worker: 50, family: 27, lender: isInDebt ? 13 : 0, untold: 10 })
  const isRefunded = payeeRole === 'sending_organization' && sum.streetRate === null && random.chance(REFUNDED)
  return {
    payeeRole,
    ...forWhat,
    paidOn: sum.paidOn,
    method,
    receipt: isDeducted ? 'none' : random.weighted({ none: 45, partial: 25, full: 30 }),
    ...(payeeName === undefined ? {} : { payeeName }),
    ...(told === 'unknown' ? {} : { toldBeforeSigning: told }),
    ...(payer === 'untold' ? {} : { paidBy: payer satisfies PayerKind }),
    ...(isDeducted ? { instalments: random.pick([3, 6, 10, 12, 24]) } : {}),
    ...(sum.amount ? rememberedAmount(sum.amount, random) : { precision: 'forgotten' }),
    ...(sum.amount && isRefunded ? typedRefund(sum.amount, random) : {}),
  }
}

function methodsOf(payeeRole: PartyRole): Partial<Record<PaymentMethod, number>> {
  if (payeeRole === 'accepting_company' || payeeRole === 'supervising_organization') return METHODS.japan
  return payeeRole === 'sending_organization' ? METHODS.agency : METHODS.home
}
