import { Tally, type Written } from './tally'

/** Whole lines of a table, and how many rows of data they are. */
export type TextBatch = { readonly text: string; readonly rows: number }

/** A file is handed on in pieces of about this many bytes: large enough for a piece to cost nothing, small enough to hold. */
export const PIECE_BYTES = 64 * 1024

/** Small pieces put together to larger ones. */
export function* gathered(pieces: Iterable<TextBatch>): Generator<TextBatch> {
  let [text, rows] = ['', 0]
  for (const piece of pieces) {
    text += piece.text
    rows += piece.rows
    if (text.length < PIECE_BYTES) continue
    yield { text, rows }
    ;[text, rows] = ['', 0]
  }
  if (text !== '') yield { text, rows }
}

/** Text as UTF-8, counted and hashed. */
export function* encoded(batches: Iterable<TextBatch>): Generator<Uint8Array, Written> {
  const tally = new Tally()
  const encoder = new TextEncoder()
  for (const { text, rows } of batches) yield tally.add(encoder.encode(text), rows)
  return tally.written()
}
