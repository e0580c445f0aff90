import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findOpenableFile } from '@/lib/data/statistic-files'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { CONTENT_TYPES } from '@/lib/domain/statistics/export/formats'
import { openKept, openKeptMetadata } from '../kept-files'

/** `not_found`: there is no such file, or it was given up. */
export type OpenFileError = { readonly code: 'not_found' }

export type OpenedFile = {
  readonly name: string
  readonly contentType: string
  readonly length: number
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>
}

/** A file of a schedule, or what stands beside it; the audit trail keeps who took it before the first byte leaves. */
export async function openScheduledFile(
  grant: Grant<'statistics.schedule'>,
  id: string,
  part: 'file' | 'metadata',
): Promise<Result<OpenedFile, OpenFileError>> {
  const file = await within(grant, async (on) => {
    const found = await findOpenableFile(on, id)
    if (found !== null) {
      const detail = { fileId: id, scheduleId: found.scheduleId, queryId: found.queryId, part }
      await appendAudit(on, grant.actor.officeId, 'statistics.export_taken', { detail })
    }
    return found
  })
  if (file === null) return err({ code: 'not_found' })
  if (part === 'file') {
    const { fileName, contentType, bytes } = file
    return ok({ name: fileName, contentType, length: bytes, body: openKept(file) })
  }
  const body = await openKeptMetadata(file)
  return ok({
    name: `${file.fileName}.metadata.json`,
    contentType: CONTENT_TYPES.metadata,
    length: body.length,
    body,
  })
}
