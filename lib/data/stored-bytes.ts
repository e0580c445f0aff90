import 'server-only'
import { SealBroken } from '@/lib/sealing/seal'
import type { StoredFile } from './evidence'

/** The bytes of a file as they were kept; null when what the store has was changed or belongs to another file. */
export function openWhole(file: Pick<StoredFile, 'fileSeal' | 'sha256'>, sealed: Uint8Array): Buffer | null {
  try {
    const bytes = file.fileSeal.openPart('file', sealed)
    return file.fileSeal.hash(bytes) === file.sha256 ? bytes : null
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
