import type { StaffActor } from '@/lib/access/grant'
import type { Severity } from '@/lib/domain/severity-levels'
import type { DemoDesk } from '../offices'

/** A case that was just received, and who works on it. */
export type DemoCase = {
  readonly id: string
  readonly number: string
  readonly language: string
  readonly severity: Severity
  readonly receivedAt: Date
  readonly officer: StaffActor
  readonly desk: DemoDesk
  /** What recruitment has cost the worker, in yen, as the product works it out of the report; null when it cannot. */
  readonly costJpy: bigint | null
  /** The party of the report in each role; absent when none was told of. */
  readonly parties: Readonly<Record<string, string>>
}
