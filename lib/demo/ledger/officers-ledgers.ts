import type { DemoReport } from '../demo-report'
import { isWorkedOn } from '../timeline'
import { FERI_FROM } from './job-facts'

/** Of each kind so many, the latest on a desk: one of no special kind, one lump to be split, a party that has promised zero fees, a contract with the sender. */
const LATEST: readonly (readonly [count: number, isOfKind: (report: DemoReport) => boolean])[] = [
  [36, () => true],
  [
    4,
    ({ answers }) => answers.fees.some((line) => line.lumpCategories !== undefined && line.amountMinor !== undefined),
  ],
  [4, ({ country, answers }) => country === 'VN' && answers.fees.some(({ paidOn = '' }) => paidOn >= FERI_FROM)],
  [4, ({ country }) => country === 'CN'],
]

/** The reports whose payments an officer looked into: of each kind the latest, and all that need another rate. `reports` are oldest first. */
export function officersLedgers(reports: readonly DemoReport[]): ReadonlySet<DemoReport> {
  const onDesk = reports.filter(({ course, answers }) => isWorkedOn(course) && answers.fees.length > 0)
  return new Set([
    ...LATEST.flatMap(([count, isOfKind]) => onDesk.filter(isOfKind).slice(-count)),
    ...onDesk.filter(({ streetRate }) => streetRate !== null),
  ])
}
