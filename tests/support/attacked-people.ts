import type { FactRow } from '@/lib/domain/statistics/columns/facts'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'

/** Numbers by lot from a seed, from 0 to 1 (Mulberry32). */
export type Lot = () => number

/** The same numbers for the same seed. */
export function lotOf(seed: number): Lot {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of a list. */
export function pick<T>(lot: Lot, list: readonly T[]): T {
  return list[Math.floor(lot() * list.length)] as T
}

/** What a report can be told apart by, and the values of each; the first is what a report has that is not told apart by it. */
export const TRAITS = {
  origin: ['VN', 'ID', 'KH', 'unknown'],
  scheme: ['titp', 'ssw', 'unknown'],
  severity: ['low', 'high', 'critical'],
  sex: ['female', 'male', 'unknown'],
  month: ['2025-01', '2025-02', '2025-03', '2025-05', '2024-11'],
  grievance: ['fees_debt', 'threats', 'fees_debt threats', 'unknown'],
  state: ['triage', 'closed'],
  debt: ['untold', 'no', 'yes', 'known'],
  paid: ['untold', 'no', 'yes', 'known'],
  cost: ['untold', '0', '1', '2', '3'],
  claim: ['none', 'claimed', 'repaid'],
  office: ['one', 'two'],
  /** Whether it is about the organisation of a page. No table tells. */
  party: ['no', 'yes'],
} as const satisfies Record<string, readonly string[]>
export type Trait = keyof typeof TRAITS

/** Values that nobody has here, although somebody could: who only reads what is told does not know that. */
export const NOBODYS: Readonly<Partial<Record<Trait, readonly string[]>>> = {
  origin: ['PH'],
  scheme: ['engineer_humanities'],
  severity: ['medium'],
  sex: ['other'],
  month: ['2024-12', '2025-04'],
  grievance: ['dismissal', 'dismissal fees_debt', 'dismissal threats'],
  state: ['received'],
  office: ['three'],
}

/** A report: its value of each trait, and an amount of money in yen for all that is an amount. */
export type Person = { readonly ref: number; readonly traits: Readonly<Record<Trait, string>>; readonly yen: number }

/** The values of a dimension of a report. */
export const VALUES: Readonly<Partial<Record<DimensionCode, (traits: Person['traits']) => readonly string[]>>> = {
  origin: ({ origin }) => [origin],
  corridor: ({ origin }) => [origin === 'unknown' ? origin : `${origin}-JP`],
  scheme: ({ scheme }) => [scheme],
  severity: ({ severity }) => [severity],
  sex: ({ sex }) => [sex],
  state: ({ state }) => [state],
  office: ({ office }) => [office],
  grievance: ({ grievance }) => grievance.split(' '),
  received_month: ({ month }) => [month],
  received_quarter: ({ month }) => [`${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`],
  received_year: ({ month }) => [month.slice(0, 4)],
}

/** The trait that a dimension is made of. */
export const TRAIT_OF: Readonly<Partial<Record<DimensionCode, Trait>>> = {
  origin: 'origin',
  corridor: 'origin',
  scheme: 'scheme',
  severity: 'severity',
  sex: 'sex',
  state: 'state',
  office: 'office',
  grievance: 'grievance',
  received_month: 'month',
  received_quarter: 'month',
  received_year: 'month',
}

type Standing = 'out' | 'missing' | 'base' | 'hit'
type Counting = {
  readonly of: Trait | null
  readonly stands: (value: string) => Standing
  /** What is added up, as times of the report's yen. */
  readonly sum?: (value: string) => number
}

const told = (value: string, isHit: boolean): Standing => (value === 'untold' ? 'missing' : isHit ? 'hit' : 'base')
const above = (months: number): Counting => ({ of: 'cost', stands: (cost) => told(cost, Number(cost) >= months) })

/** How each measure counts a report by one trait, written down once more. */
export const COUNTED: Readonly<Record<string, Counting>> = {
  reports: { of: null, stands: () => 'hit' },
  critical_share: { of: 'severity', stands: (severity) => (severity === 'critical' ? 'hit' : 'base') },
  closed_share: { of: 'state', stands: (state) => (state === 'closed' ? 'hit' : 'base') },
  in_debt_share: { of: 'debt', stands: (debt) => told(debt, debt !== 'no') },
  debt_amount: {
    of: 'debt',
    stands: (debt) => (debt === 'known' ? 'base' : debt === 'yes' ? 'missing' : 'out'),
    sum: (debt) => (debt === 'known' ? 1 : 0),
  },
  paid_share: { of: 'paid', stands: (paid) => told(paid, paid !== 'no') },
  zero_fee_share: { of: 'paid', stands: (paid) => told(paid, paid === 'no') },
  paid_total: {
    of: 'paid',
    stands: (paid) => (paid === 'known' ? 'base' : paid === 'yes' ? 'missing' : 'out'),
    sum: (paid) => (paid === 'known' ? 1 : 0),
  },
  recruitment_cost: { of: 'cost', stands: (cost) => (cost === 'untold' ? 'missing' : 'base') },
  rci_above_1: above(1),
  rci_above_2: above(2),
  rci_above_3: above(3),
  claimed_amount: {
    of: 'claim',
    stands: (claim) => (claim === 'none' ? 'out' : 'base'),
    sum: (claim) => (claim === 'none' ? 0 : 1),
  },
  repaid_amount: { of: 'claim', stands: (claim) => (claim === 'repaid' ? 'base' : 'out') },
  repaid_over_claimed: {
    of: 'claim',
    stands: (claim) => (claim === 'none' ? 'out' : claim === 'repaid' ? 'hit' : 'base'),
  },
}

/** A report as the index reads it. */
export function factsOf({ ref, traits, yen }: Person): FactRow {
  const code = (value: string) => (value === 'unknown' ? null : value)
  const { origin, month, debt, paid, cost, claim } = traits
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const codes = [
    code(origin),
    origin === 'unknown' ? null : `${origin}-JP`,
    code(traits.scheme),
    'web',
    'vi',
    traits.severity,
    traits.state,
    null,
    null,
    code(traits.sex),
    null,
    null,
  ]
  const grievances = traits.grievance === 'unknown' ? [] : traits.grievance.split(' ')
  const answer = paid === 'untold' ? null : paid === 'no' ? 'no' : 'yes'
  const inDebt = debt === 'untold' ? null : debt !== 'no'
  const flags = [false, true, false, answer, 0, false, false, inDebt, false, 0, 0]
  const paidTotal = paid === 'known' ? yen : paid === 'yes' ? 0 : null
  const costs = cost === 'untold' ? null : Math.round((Number(cost) + 0.5) * 100_000)
  const claimed = claim === 'none' ? null : yen
  const repaid = claim === 'repaid' ? Math.ceil(yen / 2) : null
  const sums = [paidTotal, null, null, null, null, costs, 100_000, null, debt === 'known' ? yen : null]
  return [
    ref,
    traits.office,
    number,
    ...codes,
    grievances,
    null,
    null,
    ...flags,
    ...sums,
    null,
    null,
    null,
    null,
    claimed,
    repaid,
    [],
  ] as unknown as FactRow
}
