import 'server-only'
import type { FileFormat } from '@/lib/domain/files/formats'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { FileRefusal, RemovedCode } from '@/lib/domain/files/refusals'
import { err, type Result } from '@/lib/domain/result'

/** A file with nothing in it that tells more than its content. */
export type CleanFile = {
  readonly format: FileFormat
  readonly bytes: Buffer
  readonly removed: readonly RemovedCode[]
  /** 'YYYY-MM-DD'; only where it was asked to be kept and the file says it. */
  readonly takenOn: string | null
  readonly durationSeconds: number | null
}

export type CleanResult = Result<CleanFile, { readonly code: FileRefusal }>

export async function processFile(
  bytes: Buffer,
  wish: { readonly purpose: FilePurpose; readonly keepDate: boolean },
): Promise<CleanResult> {
  void wish
  return err({ code: bytes.length === 0 ? 'damaged' : 'unsupported' })
}
