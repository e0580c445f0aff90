import 'server-only'
import type { ApartQuestion } from './apart/frames'
import type { CleanResult } from './clean-file'
import { processFile } from './process-file'

/** What the process apart does with a file: cleans it, or draws one page of a PDF that was cleaned before. */
export async function lookThrough(bytes: Buffer, question: ApartQuestion): Promise<CleanResult> {
  if (!('page' in question)) return processFile(bytes, question)
  // Four megabytes of WebAssembly that a photo has no use for.
  const { drawPdfPage } = await import('./pdf-page')
  return drawPdfPage(bytes, question)
}
