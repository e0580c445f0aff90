import { BLOCK_ROWS, FLAG, MONEY, NO_SUMS, NULL_SUM, newPayments, CERTAIN } from './block'
import type { Block, Money, Payments, Sums } from './block'
import { MASK_CODES, maskOf, numberOf, paidNumber, REPORT_CODES } from './codes'
import type { MaskCode, ReportCode } from './codes'
import type { PaymentFacts, ReportFacts } from './facts'

const CODE_NAMES = Object.keys(REPORT_CODES) as readonly ReportCode[]
const MASK_NAMES = Object.keys(MASK_CODES) as readonly MaskCode[]
const SUM_NAMES = Object.keys(MONEY) as readonly Money[]
const MOST_PAYMENTS = 0xff_ff

/** Puts a report into a row, in the place of what stood there. `office` is the number of its office. */
export function writeRow(block: Block, row: number, facts: ReportFacts, office: number): void {
  block.live[row] = 1
  block.office[row] = office
  block.month[row] = facts[2]
  for (const name of CODE_NAMES) block.codes[name][row] = numberOf(name, facts[REPORT_CODES[name]])
  for (const name of MASK_NAMES) block.masks[name][row] = maskOf(name, facts[MASK_CODES[name]])
  block.flags[row] = flagsOf(facts)
  for (const name of SUM_NAMES) writeSum(block, name, row, facts[MONEY[name]])
  writePayments(block, row, facts[44] ?? [])
}

/** Takes a report out of its row: nothing of it is left in the columns, which are kept elsewhere, too. The row can be written again. */
export function clearRow(block: Block, row: number): void {
  block.live[row] = 0
  block.office[row] = 0
  block.month[row] = 0
  block.flags[row] = 0
  for (const name of CODE_NAMES) block.codes[name][row] = 0
  for (const name of MASK_NAMES) block.masks[name][row] = 0
  for (const name of SUM_NAMES) if (block.sums[name] !== NO_SUMS) block.sums[name][row] = NULL_SUM
  clearPayments(block, row, 0)
  block.count[row] = 0
}

/** Wipes the payments of a row from one on. */
function clearPayments({ first, count, payments }: Block, row: number, from: number): void {
  const begin = (first[row] as number) + from
  const end = (first[row] as number) + (count[row] as number)
  if (begin < end) for (const name of COLUMNS) payments[name].fill(0, begin, end)
}

function flagsOf(facts: ReportFacts): number {
  const [paid, inDebt] = [facts[21], facts[25]]
  return (
    (paid === 'yes' ? FLAG.paidYes : 0) |
    (paid === 'no' ? FLAG.paidNo : 0) |
    (facts[23] ? FLAG.paidSending : 0) |
    (facts[24] ? FLAG.paidBroker : 0) |
    (inDebt === null ? 0 : FLAG.debtTold) |
    (inDebt === true ? FLAG.inDebt : 0) |
    (facts[18] ? FLAG.anonymous : 0) |
    (facts[19] === true ? FLAG.admissible : 0) |
    (facts[20] ? FLAG.remedied : 0) |
    (facts[22] > 0 ? FLAG.hasPayments : 0) |
    (facts[27] > 0 ? FLAG.ruled : 0) |
    (facts[28] > 0 ? FLAG.over : 0) |
    (facts[26] ? FLAG.tellsPay : 0)
  )
}

function writeSum(block: Block, name: Money, row: number, sum: number | null): void {
  if (sum === null && block.sums[name] === NO_SUMS) return
  if (block.sums[name] === NO_SUMS) block.sums[name] = new Int32Array(BLOCK_ROWS).fill(NULL_SUM)
  if (sum !== null && !fits(sum)) block.sums[name] = widened(block.sums[name])
  block.sums[name][row] = sum ?? NULL_SUM
}

function writePayments(block: Block, row: number, paid: readonly PaymentFacts[]): void {
  const count = Math.min(paid.length, MOST_PAYMENTS)
  if (count < (block.count[row] ?? 0)) clearPayments(block, row, count)
  if (count > (block.room[row] ?? 0)) {
    clearPayments(block, row, 0)
    makeRoom(block, count)
    block.first[row] = block.payments.used
    block.room[row] = count
    block.payments.used += count
  }
  block.count[row] = count
  const { payments } = block
  const first = block.first[row] ?? 0
  for (let at = 0; at < count; at++) {
    const payment = paid[at]
    if (payment) writePayment(payments, first + at, payment)
  }
}

function writePayment(
  payments: Payments,
  at: number,
  [payee, category, verdict, isCertain, on, jpy]: PaymentFacts,
): void {
  payments.payee[at] = numberOf('payee_role', payee)
  payments.category[at] = numberOf('fee_category', category)
  payments.verdict[at] = numberOf('line_verdict', verdict) | (isCertain ? CERTAIN : 0)
  payments.paid[at] = paidNumber(on)
  if (jpy !== null && !fits(jpy)) payments.jpy = widened(payments.jpy)
  payments.jpy[at] = jpy ?? NULL_SUM
}

/** Makes room for so many payments at the end, without those that rows written again left behind. */
function makeRoom(block: Block, count: number): void {
  const old = block.payments
  if (old.used + count <= old.payee.length) return
  let kept = 0
  for (let row = 0; row < block.used; row++) kept += (block.live[row] as number) * (block.count[row] as number)
  const fresh = newPayments(Math.max(64, Math.ceil((kept + count) * 1.5)))
  if (old.jpy instanceof Float64Array) fresh.jpy = new Float64Array(fresh.payee.length)
  if (kept >= old.used * 0.8) {
    for (const name of COLUMNS) fresh[name].set(old[name].subarray(0, old.used))
    fresh.used = old.used
  } else moveLive(block, fresh)
  Object.assign(old, fresh)
}

const COLUMNS = ['payee', 'category', 'verdict', 'paid', 'jpy'] as const

function moveLive(block: Block, into: Payments): void {
  const { payments, first, count, room, live } = block
  for (let row = 0; row < block.used; row++) {
    const [begin, length] = [first[row] as number, (live[row] as number) * (count[row] as number)]
    for (const name of COLUMNS) into[name].set(payments[name].subarray(begin, begin + length), into.used)
    first[row] = into.used
    room[row] = length
    into.used += length
  }
}

function fits(sum: number): boolean {
  return sum > NULL_SUM && sum <= 0x7fff_ffff
}

function widened(sums: Sums): Sums {
  return sums instanceof Float64Array ? sums : Float64Array.from(sums)
}
