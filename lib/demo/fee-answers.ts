import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { FeeLineAnswer, PartyAnswer } from '@/lib/domain/report/answers'
import type { Random } from './random'
import { typedAmount, unitsOf } from './survey/money-forms'
import type { MoneyAnswers, PaidSum } from './survey/sample'

/**
 * What is paid to a sending organisation, in a thousand: placement 320,272, schooling 94,302 and deposit 29,339 yen of the
 * survey's Vietnamese answers; the rest is not broken down there and stays with the placement.
 */
const SCHOOLING = 144
const DEPOSIT = 45

/** The payments of one worker, line by line. */
export function feeAnswers(
  { sending, broker, other }: MoneyAnswers,
  parties: readonly PartyAnswer[],
  random: Random,
): FeeLineAnswer[] {
  const lines: FeeLineAnswer[] = []
  const add = (payeeRole: PartyRole, category: FeeCategoryCode, sum: PaidSum) =>
    lines.push(lineOf(payeeRole, category, sum, parties, random))
  if (sending) for (const { category, sum } of partsOf(sending, random)) add('sending_organization', category, sum)
  if (broker) add('broker', 'rf_broker_introduction', broker)
  if (other)
    add(
      random.chance(0.6) ? 'authority' : 'other',
      random.weighted({ rc_passport_id: 5, rc_medical: 4, rc_visa_permit: 2 }),
      other,
    )
  return lines
}

function partsOf(sum: PaidSum, random: Random): { category: FeeCategoryCode; sum: PaidSum }[] {
  const whole = { category: 'rf_placement_service', sum } as const
  const { amount } = sum
  if (!amount) return [whole]
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
  category: FeeCategoryCode,
  { amount, month }: PaidSum,
  parties: readonly PartyAnswer[],
  random: Random,
): FeeLineAnswer {
  const payeeName = parties.find(({ role }) => role === payeeRole)?.name
  const told = random.weighted({ yes: 60, no: 25, unknown: 15 })
  return {
    payeeRole,
    category,
    paidOn: random.chance(0.9) || amount ? month : month.slice(0, 4),
    method: random.weighted({ cash: 62, bank: 33, deduction: 5 }),
    receipt: random.weighted({ none: 45, partial: 25, full: 30 }),
    ...(payeeName === undefined ? {} : { payeeName }),
    ...(told === 'unknown' ? {} : { toldBeforeSigning: told }),
    ...(amount
      ? {
          amountText: typedAmount(amount.amountMinor, amount.currency, random),
          amountMinor: amount.amountMinor.toString(),
          currency: amount.currency,
          precision: random.chance(0.35) ? 'about' : 'exact',
        }
      : {}),
  }
}
