import type { CurrencyCode } from './currencies'
import type { ExchangeRate } from './exchange-rates'
import { divideHalfUp, decimalFrom } from './ratio'
import type { RateLine, RateProblem } from './rate-file'

/** A difference as large as this is shown as something to look at: a fifth. */
const LOOK_AT_TENTHS = 200n
/** A rate so many times its neighbour is most likely a slip of the comma or another currency. */
const REFUSED_FACTOR = 5n

/**
 * One rate of a file beside what it is compared with: the stored rate of the same period, else the nearest month or year.
 * `tenthsOfPercent`: how far it is from that, in tenths of a per cent (205 is 20.5 % higher); null without anything to compare.
 */
export type RateDifference = {
  readonly rate: RateLine
  readonly beside: ExchangeRate | null
  readonly tenthsOfPercent: bigint | null
  readonly isToLookAt: boolean
}

/** What a file would do: rates that are new, rates that change, how many stay. `tooFar` must be allowed one by one on purpose. */
export type RateChanges = {
  readonly added: readonly RateDifference[]
  readonly changed: readonly RateDifference[]
  readonly sameCount: number
  readonly tooFar: readonly RateProblem[]
}

/** Compares the lines of a file with the stored rates. A rate is the same when number and source are. */
export function compareRates(lines: readonly RateLine[], stored: readonly ExchangeRate[]): RateChanges {
  const known = new Map(stored.map((rate) => [nameOf(rate), rate]))
  const after = new Map(known)
  for (const line of lines) after.set(nameOf(line), line)
  const periods = periodsByCurrency([...after.values()])
  const added: RateDifference[] = []
  const changed: RateDifference[] = []
  const tooFar: RateProblem[] = []
  let sameCount = 0
  for (const rate of lines) {
    const before = known.get(nameOf(rate))
    if (before !== undefined && isSameNumber(before, rate) && before.source === rate.source) {
      sameCount += 1
      continue
    }
    const beside = before ?? neighbourOf(rate, periods)
    const tenthsOfPercent = beside && differenceOf(beside, rate)
    const isToLookAt =
      tenthsOfPercent !== null && (tenthsOfPercent > LOOK_AT_TENTHS || tenthsOfPercent < -LOOK_AT_TENTHS)
    ;(before === undefined ? added : changed).push({ rate, beside, tenthsOfPercent, isToLookAt })
    if (beside && isTooFar(beside, rate)) {
      tooFar.push({
        line: rate.line,
        code: 'factor',
        params: { name: nameOf(rate), rate: rate.unitsPerUsd, beside: beside.unitsPerUsd, period: beside.period },
      })
    }
  }
  return { added, changed, sameCount, tooFar }
}

function nameOf({ currency, period }: Pick<ExchangeRate, 'currency' | 'period'>): string {
  return `${currency} ${period}`
}

type Periods = ReadonlyMap<CurrencyCode, readonly ExchangeRate[]>

function periodsByCurrency(rates: readonly ExchangeRate[]): Periods {
  const found = new Map<CurrencyCode, ExchangeRate[]>()
  for (const rate of rates) {
    const list = found.get(rate.currency)
    if (list) list.push(rate)
    else found.set(rate.currency, [rate])
  }
  return found
}

/** The nearest other period of the same kind: of two equally near ones the earlier. */
function neighbourOf(rate: ExchangeRate, periods: Periods): ExchangeRate | null {
  let nearest: ExchangeRate | null = null
  for (const other of periods.get(rate.currency) ?? []) {
    if (other.period === rate.period || other.period.length !== rate.period.length) continue
    if (nearest === null || isNearer(other, nearest, rate)) nearest = other
  }
  return nearest
}

function isNearer(a: ExchangeRate, b: ExchangeRate, to: ExchangeRate): boolean {
  const distance = (rate: ExchangeRate) => Math.abs(monthsOf(rate.period) - monthsOf(to.period))
  return distance(a) < distance(b) || (distance(a) === distance(b) && a.period < b.period)
}

function monthsOf(period: string): number {
  return Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7) || 0)
}

/** Both numbers as whole ones of one scale. */
function scaled(a: ExchangeRate, b: ExchangeRate): readonly [bigint, bigint] {
  const [left, right] = [decimalFrom(a.unitsPerUsd), decimalFrom(b.unitsPerUsd)]
  return [left.units * 10n ** BigInt(right.scale), right.units * 10n ** BigInt(left.scale)]
}

function isSameNumber(a: ExchangeRate, b: ExchangeRate): boolean {
  const [left, right] = scaled(a, b)
  return left === right
}

function differenceOf(before: ExchangeRate, after: ExchangeRate): bigint {
  const [from, to] = scaled(before, after)
  return divideHalfUp((to - from) * 1000n, from)
}

function isTooFar(before: ExchangeRate, after: ExchangeRate): boolean {
  const [from, to] = scaled(before, after)
  return to >= from * REFUSED_FACTOR || from >= to * REFUSED_FACTOR
}
