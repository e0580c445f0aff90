import 'server-only'
import { randomBytes } from 'node:crypto'
import { fileSealFrom, type FileSeal } from './file-seal'
import { keyFor, masterKeyId } from './master-key'
import { seal, unsealBytes } from './seal'

/** The key of a file of statistics as it is stored; without its row the file cannot be read any more. */
export type WrappedFileKey = { readonly wrappedKey: Uint8Array<ArrayBuffer>; readonly masterKeyId: string }

/** A new random key for a file of statistics, ready to seal with and wrapped for storing. */
export function newExportSeal(fileId: string): { readonly fileSeal: FileSeal; readonly wrapped: WrappedFileKey } {
  const key = randomBytes(32)
  const wrappedKey = seal(keyFor('export'), keyPlace(fileId), key)
  return {
    fileSeal: fileSealFrom(fileId, key.toString('base64url')),
    wrapped: { wrappedKey, masterKeyId: masterKeyId() },
  }
}

/** Unwraps the stored key of a file. Throws SealBroken. */
export function exportSealFrom(fileId: string, wrappedKey: Uint8Array): FileSeal {
  const key = unsealBytes(keyFor('export'), keyPlace(fileId), wrappedKey)
  return fileSealFrom(fileId, Buffer.from(key).toString('base64url'))
}

function keyPlace(fileId: string) {
  return { owner: fileId, column: 'statistic_file.wrapped_key', row: fileId }
}
