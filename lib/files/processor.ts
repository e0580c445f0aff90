import type { ApartQuestion } from './apart/frames'
import type { CleanResult } from './clean-file'
import { NotLookedThrough } from './not-looked-through'

/** Decides what a file is and cleans it, or draws a page of a PDF, see look-through.ts. */
export type FileProcessor = (bytes: Buffer, wish: ApartQuestion) => Promise<CleanResult>

// The web server knows where the program for files lies; the pages run beside it in the same process but in modules of their own.
const PLACE = Symbol.for('fair-passage.file-processor')

export function setFileProcessor(processor: FileProcessor): void {
  Reflect.set(globalThis, PLACE, processor)
}

/**
 * The server's: a process for each file. A test may set another one.
 *
 * @throws NotLookedThrough where no web server of ours runs: files are not looked through beside everything else by mistake
 */
export function fileProcessor(): FileProcessor {
  const processor = Reflect.get(globalThis, PLACE) as FileProcessor | undefined
  if (!processor) throw new NotLookedThrough('not_started')
  return processor
}
