import 'server-only'
import { exportSealFrom, newExportSeal, type WrappedFileKey } from '@/lib/sealing/export-seal'
import type { FileSeal } from '@/lib/sealing/file-seal'
import { SealBroken } from '@/lib/sealing/seal'

export type { FileSeal, WrappedFileKey }

/** A new seal for a file of statistics; its key is kept with the row and goes with it. */
export function sealForExport(fileId: string) {
  return newExportSeal(fileId)
}

/** The seal of a file that was kept. Throws SealBroken. */
export function sealOfExport(fileId: string, wrappedKey: Uint8Array): FileSeal {
  return exportSealFrom(fileId, wrappedKey)
}

/** A part as it was kept; null when what the store has was changed or belongs to another file. */
export function openedPart(fileSeal: FileSeal, part: string, sealed: Uint8Array): Buffer | null {
  try {
    return fileSeal.openPart(part, sealed)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
