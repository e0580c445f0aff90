import { createHash } from 'node:crypto'

/** What was written of a file: rows of data, bytes, and the SHA-256 of all of them in hexadecimal. */
export type Written = { readonly rows: number; readonly bytes: number; readonly sha256: string }

/** Counts and hashes a file while it is written. */
export class Tally {
  private readonly hash = createHash('sha256')
  private rows = 0
  private bytes = 0

  add(chunk: Uint8Array, rows = 0): Uint8Array {
    this.hash.update(chunk)
    this.bytes += chunk.length
    this.rows += rows
    return chunk
  }

  /** So far; more may follow. */
  written(): Written {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.copy().digest('hex') }
  }
}
