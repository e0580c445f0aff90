/** Called between slices of work: gives way to others where they wait, at once where nobody does. */
export type Breathe = () => Promise<void> | undefined

/** Along which dimension every report stands in one line only, so that its totals follow by adding up. */
export type Adding = { readonly rows: boolean; readonly columns: boolean }

/** Reports in cells, some thousand at once: to be called for each alone would take most of the time. */
export type Batch = {
  size: number
  readonly cells: Int32Array
  /** Where the report stands in the measure (report-tests.ts); who is out of it is passed over. */
  readonly standing: Uint8Array
  /** Of those with the fact; of others whatever was there before. */
  readonly values: Float64Array
  readonly overs: Float64Array
}

/** Takes a full batch over; it is used again afterwards. */
export type Consume = (batch: Batch) => void

/**
 * Goes through the reports a question is about, cell by cell: inner cells, and totals along a dimension that does not add up. Twice the same
 * as long as the store is not written.
 */
export type Walk = {
  readonly adding: Adding
  readonly hasOvers: boolean
  readonly run: (consume: Consume, breathe: Breathe) => Promise<void>
}

/** From here on a batch is handed over before the next report; so many stay beside a processor. */
export const FULL = 4_096

/** An empty batch, with room for one report more that stands in so many cells. */
export function newBatch(most = 0): Batch {
  return {
    size: 0,
    cells: new Int32Array(FULL + most),
    standing: new Uint8Array(FULL + most),
    values: new Float64Array(FULL + most),
    overs: new Float64Array(FULL + most),
  }
}

/** Hands over what is in a batch and empties it. */
export function handOver(batch: Batch, consume: Consume): void {
  if (batch.size > 0) consume(batch)
  batch.size = 0
}
