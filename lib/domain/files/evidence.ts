import type { FileFormat } from './formats'
import type { FilePurpose } from './purposes'
import type { RemovedCode } from './refusals'

/** A file of a case, as its page names it. */
export type CaseEvidence = {
  readonly id: string
  readonly kind: FilePurpose
  readonly format: FileFormat
  readonly sizeBytes: number
  /** As the phone called it; null where it had no name or the key of the case is gone. */
  readonly name: string | null
  readonly removed: readonly RemovedCode[]
  /** 'YYYY-MM-DD'; only where the worker wanted it kept. */
  readonly takenOn: string | null
  readonly durationSeconds: number | null
  /** The payment it supports. */
  readonly feeLineId: string | null
  /** The message it was recorded with. */
  readonly messageId: string | null
  readonly messageRequestId: string | null
  readonly addedByKind: string
  readonly addedAt: Date
  /** What a scanner said of it; nothing where none looked. */
  readonly scan: 'clean' | 'found' | null
  /** When it was taken away; its bytes are gone. */
  readonly removedAt: Date | null
}
