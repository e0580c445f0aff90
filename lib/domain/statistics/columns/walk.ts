/** Called between slices of work: gives way to others where they wait, at once where nobody does. */
export type Breathe = () => Promise<void> | undefined

/** Along which dimension every report stands in one line only, so that its totals follow by adding up. */
export type Adding = { readonly rows: boolean; readonly columns: boolean }

/** Reports in cells, some thousand at once: to be called for each alone would take most of the time. */
export type Batch = {
  size: number
  readonly cells: Int32Array
  /** Where the report stands in the measure (report-measures.ts). */
  readonly standing: Uint8Array
  /** Zero without the fact. */
  readonly values: Float64Array
  readonly overs: Float64Array
  /** How many of its payments stand there, where payments are gone through. */
  readonly many: Int32Array
}

/** Takes a full batch over; it is used again afterwards. */
export type Consume = (batch: Batch) => void

/**
 * Goes through what a question is about, cell by cell: inner cells, and totals along a dimension that does not add up. Twice the same
 * as long as the store is not written.
 */
export type Walk = {
  readonly adding: Adding
  readonly run: (consume: Consume, breathe: Breathe) => Promise<void>
}

/** Places of a batch. */
export const BATCH_ROOM = 8_192
/** One report stands in no more cells: 29 grievances by 11 signs, each with its total. */
const MOST_OF_ONE = 1_200
/** From here on a batch is handed over before the next report. */
export const FULL = BATCH_ROOM - MOST_OF_ONE

/** An empty batch. */
export function newBatch(): Batch {
  return {
    size: 0,
    cells: new Int32Array(BATCH_ROOM),
    standing: new Uint8Array(BATCH_ROOM),
    values: new Float64Array(BATCH_ROOM),
    overs: new Float64Array(BATCH_ROOM),
    many: new Int32Array(BATCH_ROOM),
  }
}

/** Hands over what is in a batch and empties it. */
export function handOver(batch: Batch, consume: Consume): void {
  if (batch.size > 0) consume(batch)
  batch.size = 0
}
