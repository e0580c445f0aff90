import type { FileFormat } from '@/lib/domain/files/formats'
import type { FileRefusal, RemovedCode } from '@/lib/domain/files/refusals'
import { err, type Err, type Result } from '@/lib/domain/result'

/** A file with nothing in it that tells more than its content. */
export type CleanFile = {
  readonly format: FileFormat
  readonly bytes: Buffer
  readonly removed: readonly RemovedCode[]
  /** 'YYYY-MM-DD'; only where it was asked to be kept and the file says it. */
  readonly takenOn: string | null
  readonly durationSeconds: number | null
  /** Of a PDF. */
  readonly pages?: number
}

/** `brokeOff`: the reader took too long or broke, which is worth a line in the log. */
export type CleanResult = Result<CleanFile, { readonly code: FileRefusal; readonly brokeOff?: true }>

/** The most boxes, elements, pages or parts that a file may have, some hundred times what a camera or a recorder writes. */
export const PARTS_MAXIMUM = 100_000

/** Thrown by a reader in the middle of a file that is not what it says. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/** A refusal, for a reason that the worker can be told. */
export function refused(code: FileRefusal): Err<{ readonly code: FileRefusal }> {
  return err({ code })
}

/** What was found and taken out, each code once. */
export class Removals {
  readonly #codes = new Set<RemovedCode>()
  add(...codes: readonly RemovedCode[]): void {
    for (const code of codes) this.#codes.add(code)
  }
  get codes(): readonly RemovedCode[] {
    return [...this.#codes]
  }
}
