import 'server-only'
import { randomBytes } from 'node:crypto'
import { fileSealFrom, type FileSeal } from './file-seal'
import { unwrapKey, wrapKey, type Wrapped } from './key-wrap'

/** The key of a file of statistics as it is stored; without its row the file cannot be read any more. */
export type WrappedFileKey = Wrapped

/** A new random key for a file of statistics, ready to seal with and wrapped for storing. */
export function newExportSeal(fileId: string): { readonly fileSeal: FileSeal; readonly wrapped: WrappedFileKey } {
  const key = randomBytes(32)
  return { fileSeal: fileSealFrom(fileId, key.toString('base64url')), wrapped: wrapKey('export', fileId, key) }
}

/** Unwraps the stored key of a file. Throws SealBroken. */
export function exportSealFrom(fileId: string, wrappedKey: Uint8Array): FileSeal {
  return fileSealFrom(fileId, unwrapKey('export', fileId, wrappedKey).toString('base64url'))
}
