import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit, appendReading } from '@/lib/data/audit'
import { findCaseHead } from '@/lib/data/case-page'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findStoredFile, noteScan, type StoredFile } from '@/lib/data/evidence'
import { findOwnCase } from '@/lib/data/own-case'
import { openWhole } from '@/lib/data/stored-bytes'
import { within } from '@/lib/data/within'
import type { FileFormat } from '@/lib/domain/files/formats'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import { err, ok, type Result } from '@/lib/domain/result'
import { fileObject } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'
import { hasScanner, scanFile } from './scan-file'
import { withStore, type StoreError } from './with-store'

/** A file, opened, as it was kept. */
export type OpenedFile = {
  readonly id: string
  readonly kind: FilePurpose
  readonly format: FileFormat
  readonly bytes: Buffer
}

/**
 * `not_here`: no such file for this person; `damaged`: what the store has is not what was kept. For the office where there is a
 * scanner: `harmful`, it found something; `not_scanned`, it did not look yet and does not answer.
 */
export type OpenError = { readonly code: 'not_here' | 'damaged' | 'harmful' | 'not_scanned' } | StoreError

/** Opens a file of a case for the office; who opened which file is written down before the bytes are read. */
export function openCaseFile(
  grant: Grant<'case.read'>,
  number: string,
  id: string,
): Promise<Result<OpenedFile, OpenError>> {
  return openScanned(grant, () =>
    within(grant, async (on) => {
      const head = await findCaseHead(on, number)
      const caseSeal = head && (await findCaseSeal(on, head.id))
      const file = caseSeal && (await findStoredFile(on, caseSeal, id))
      if (head && file) await appendReading(on, head.id, 'evidence.opened', { evidenceId: id })
      return file
    }),
  )
}

/** Opens a file of the own case for its worker. */
export function openOwnFile(grant: Grant<'own_case.read'>, id: string): Promise<Result<OpenedFile, OpenError>> {
  return openStored(() =>
    within(grant, async (on) => {
      const own = await findOwnCase(on)
      const caseSeal = own && (await findCaseSeal(on, own.id))
      const file = caseSeal && (await findStoredFile(on, caseSeal, id))
      if (own && file)
        await appendAudit(on, own.office.id, 'evidence.opened', { caseId: own.id, detail: { evidenceId: id } })
      return file
    }),
  )
}

/** As openStored, for the office: nobody opens what a scanner of this installation found harmful, or has not looked through. */
export async function openScanned(
  grant: Grant<'case.read'>,
  find: () => Promise<StoredFile | null>,
): Promise<Result<OpenedFile, OpenError>> {
  let file: StoredFile | null = null
  const opened = await openStored(async () => {
    file = await find()
    return file?.scan === 'found' ? null : file
  })
  // The closure above has set it.
  const scan = (file as StoredFile | null)?.scan
  if (scan === 'found') return err({ code: 'harmful' })
  if (!opened.ok || scan === 'clean' || !hasScanner()) return opened
  const result = await scanFile(opened.value.bytes)
  if (result !== 'clean' && result !== 'found') return err({ code: 'not_scanned' })
  await within(grant, (on) => noteScan(on, opened.value.id, result))
  return result === 'clean' ? opened : err({ code: 'harmful' })
}

/** The bytes of what `find` finds, as they were kept. */
export function openStored(find: () => Promise<StoredFile | null>): Promise<Result<OpenedFile, OpenError>> {
  return withStore<OpenedFile, OpenError>(async () => {
    const file = await find()
    if (!file) return err({ code: 'not_here' })
    const sealed = await fileStore().get(fileObject(file.storageKey))
    const bytes = sealed && openWhole(file, sealed)
    if (!bytes) return err({ code: 'damaged' })
    return ok({ id: file.id, kind: file.kind, format: file.format, bytes })
  })
}
