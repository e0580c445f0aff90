import type { CurrencyCode } from './currencies'
import type { ExchangeRate } from './exchange-rates'
import { divideHalfUp, decimalFrom } from './ratio'
import type { RateLine, RateProblem } from './rate-file'

/** A difference as large as this is shown as something to look at: a fifth. */
const LOOK_AT_TENTHS = 200n
/** A rate so many times its neighbour is most likely a slip of the comma or another currency. */
const REFUSED_FACTOR = 5n

/** So many old values are kept in the audit trail. */
const KEPT_VALUES = 200

/**
 * One rate of a file beside what it is compared with: the stored rate of the same period, else the nearest stored one, else the
 * nearest in the file.
 * `tenthsOfPercent`: how far it is from that, in tenths of a per cent (205 is 20.5 % higher); null without anything to compare.
 */
export type RateDifference = {
  readonly rate: RateLine
  readonly beside: ExchangeRate | null
  readonly tenthsOfPercent: bigint | null
  readonly isToLookAt: boolean
}

/** What a file would do: rates that are new, rates that change, how many stay. `tooFar` are refused unless somebody says they are meant. */
export type RateChanges = {
  readonly added: readonly RateDifference[]
  readonly changed: readonly RateDifference[]
  readonly sameCount: number
  readonly tooFar: readonly RateProblem[]
}

/**
 * Compares the lines of a file with the stored rates. A rate is the same when number and source are. A new one is compared with
 * what is stored before it is with its own file: a file that is wrong throughout agrees with itself.
 */
export function compareRates(lines: readonly RateLine[], stored: readonly ExchangeRate[]): RateChanges {
  const known = new Map(stored.map((rate) => [nameOf(rate), rate]))
  const held = periodsByCurrency(stored)
  const inFile = periodsByCurrency(lines)
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
    const beside = before ?? neighbourOf(rate, held) ?? neighbourOf(rate, inFile)
    const distance = beside && rateDistance(beside, rate)
    const tenthsOfPercent = distance?.tenthsOfPercent ?? null
    ;(before === undefined ? added : changed).push({
      rate,
      beside,
      tenthsOfPercent,
      isToLookAt: distance?.isToLookAt ?? false,
    })
    if (beside && distance?.isTooFar) {
      tooFar.push({
        line: rate.line,
        code: 'factor',
        params: { name: nameOf(rate), rate: rate.unitsPerUsd, beside: beside.unitsPerUsd, period: beside.period },
      })
    }
  }
  return { added, changed, sameCount, tooFar }
}

/** How far a rate is from the one it is held beside; `tenthsOfPercent` as in `RateDifference`. */
export type RateDistance = {
  readonly tenthsOfPercent: bigint
  /** More than a fifth away. */
  readonly isToLookAt: boolean
  /** Five times away or more: only taken when somebody says it is meant. */
  readonly isTooFar: boolean
}

/** Holds a rate beside another one of the same currency. */
export function rateDistance(beside: HasRate, rate: HasRate): RateDistance {
  const [from, to] = scaled(beside, rate)
  const tenthsOfPercent = divideHalfUp((to - from) * 1000n, from)
  return {
    tenthsOfPercent,
    isToLookAt: tenthsOfPercent > LOOK_AT_TENTHS || tenthsOfPercent < -LOOK_AT_TENTHS,
    isTooFar: to >= from * REFUSED_FACTOR || from >= to * REFUSED_FACTOR,
  }
}

/** Which values a file replaces, for the audit trail: `currency period: old -> new`, the first 200. */
export function replacedValues({ changed }: Pick<RateChanges, 'changed'>): readonly string[] {
  return changed
    .slice(0, KEPT_VALUES)
    .map(({ rate, beside }) => `${nameOf(rate)}: ${beside?.unitsPerUsd ?? '?'} -> ${rate.unitsPerUsd}`)
}

type HasRate = Pick<ExchangeRate, 'unitsPerUsd'>

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

/** The nearest other period of the same kind, months or years, else of the other one: of two equally near ones the earlier. */
function neighbourOf(rate: ExchangeRate, periods: Periods): ExchangeRate | null {
  const others = (periods.get(rate.currency) ?? []).filter(({ period }) => period !== rate.period)
  const sameKind = others.filter(({ period }) => period.length === rate.period.length)
  let nearest: ExchangeRate | null = null
  for (const other of sameKind.length > 0 ? sameKind : others) {
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
function scaled(a: HasRate, b: HasRate): readonly [bigint, bigint] {
  const [left, right] = [decimalFrom(a.unitsPerUsd), decimalFrom(b.unitsPerUsd)]
  return [left.units * 10n ** BigInt(right.scale), right.units * 10n ** BigInt(left.scale)]
}

function isSameNumber(a: HasRate, b: HasRate): boolean {
  const [left, right] = scaled(a, b)
  return left === right
}
