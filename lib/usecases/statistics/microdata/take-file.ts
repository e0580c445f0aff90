import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findMicrodata, insertDownload } from '@/lib/data/microdata'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { openKept, openKeptMetadata } from '../kept-files'

/** `file`: the records; `metadata`: what stands beside them. */
export type MicrodataPart = 'file' | 'metadata'

export type TakenFile = {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>
  readonly bytes: number | null
  readonly name: string
}

/**
 * Hands out a file, to the one who asked for it and the one who approved it, until its time is over. Every time stands in the audit trail
 * before the first byte goes.
 */
export async function takeMicrodata(
  grant: Grant<'microdata.manage'>,
  id: string,
  part: MicrodataPart,
): Promise<Result<TakenFile, { readonly code: 'not_found' }>> {
  const at = now()
  const file = await within(grant, async (on) => {
    const request = await findMicrodata(on, id)
    const isTheirs = request !== null && [request.askedById, request.decidedById].includes(grant.actor.id)
    if (!isTheirs || request.state !== 'ready' || !request.availableUntil || request.availableUntil <= at) return null
    const { storageKey, wrappedKey, parts, report } = request
    if (storageKey === null || wrappedKey === null) return null
    await insertDownload(on, { id: newId(), requestId: id, part, downloadedAt: at })
    await appendAudit(on, grant.actor.officeId, 'microdata.downloaded', { detail: { request: id, part } })
    return { id, storageKey, wrappedKey, parts, bytes: report?.bytes ?? null, plan: request }
  })
  if (!file) return err({ code: 'not_found' })
  const name = `fair-passage-records-${file.plan.fromQuarter}-${file.plan.toQuarter}`.toLowerCase()
  if (part === 'metadata') return ok({ body: await openKeptMetadata(file), bytes: null, name: `${name}-metadata.json` })
  return ok({ body: openKept(file), bytes: file.bytes, name: `${name}.csv` })
}
