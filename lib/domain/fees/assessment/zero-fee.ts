import { FEE_CATEGORIES, type FeeCategoryCode, type FeeGroup } from '../categories'
import type { ZeroFee } from './assessment'
import type { FeeLineFacts } from './facts'
import { paidInterval } from './paid-interval'

/**
 * What the zero-fee standard says of a payment, and how much of it counts above it: all, nothing, or an unknown part of a lump
 * of things that it is about and others.
 */
export type ZeroFeeStanding = { readonly zeroFee: ZeroFee; readonly counts: 'all' | 'nothing' | 'unknown_part' }

/**
 * The first day of the standard. Recruitment fees and related costs: ILO General principles and operational guidelines (2016),
 * principle 7; illegitimate costs: the Definition (2019). The price of a loan is in neither. As the rules intl-ilo-gp7-zero-fee
 * and intl-ilo-illegitimate-costs have it.
 */
const SINCE: Readonly<Record<FeeGroup, string | null>> = {
  rf: '2016-09-07',
  rc: '2016-09-07',
  il: '2019-03-28',
  fin: null,
}

const BY_CODE = new Map<FeeCategoryCode, (typeof FEE_CATEGORIES)[number]>(FEE_CATEGORIES.map((row) => [row.code, row]))

/** Holds a payment against the standard; a lump is held to the mildest kind in it. `knownOn`: the day it was told. */
export function zeroFeeStanding(line: FeeLineFacts, knownOn: string): ZeroFeeStanding {
  if (line.paidBy === 'other' || line.amount?.maxMinor === 0n) return { zeroFee: 'not_covered', counts: 'nothing' }
  if (line.categories.length === 0) return { zeroFee: 'unknown', counts: 'nothing' }
  const { last } = paidInterval(line.paidOn, knownOn)
  const covered = line.categories.flatMap((code) => {
    const row = BY_CODE.get(code)
    const since = row === undefined ? null : SINCE[row.group]
    return row === undefined || since === null || last < since ? [] : [row.iloChargeable]
  })
  if (covered.length === 0) return { zeroFee: 'not_covered', counts: 'nothing' }
  return {
    zeroFee: covered.includes('exception_possible') ? 'exception_possible' : 'never',
    counts: covered.length < line.categories.length ? 'unknown_part' : 'all',
  }
}
