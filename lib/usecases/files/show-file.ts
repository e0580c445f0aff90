import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendReading } from '@/lib/data/audit'
import { findCaseHead } from '@/lib/data/case-page'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findStoredFile } from '@/lib/data/evidence'
import { within } from '@/lib/data/within'
import { FILE_FORMATS } from '@/lib/domain/files/formats'
import { err, ok, type Result } from '@/lib/domain/result'
import { drawPreview, PREVIEW_EDGES, type PreviewSize } from '@/lib/files/preview'
import { fileProcessor } from '@/lib/files/processor'
import { inTurn } from '@/lib/files/turns'
import { openScanned, type OpenedFile, type OpenError } from './open-file'
import { withStore } from './with-store'

/** A picture of a case, or a page of a PDF, drawn anew as WebP. `not_here` for what is neither. */
export async function previewCaseFile(
  grant: Grant<'case.read'>,
  number: string,
  id: string,
  size: PreviewSize,
  page = 1,
): Promise<Result<Buffer, OpenError>> {
  const opened = await lookAt(grant, number, id)
  if (!opened.ok) return opened
  const { format, bytes } = opened.value
  const isPdf = format === 'pdf'
  if (!isPdf && FILE_FORMATS[format].family !== 'image') return err({ code: 'not_here' })
  return withStore<Buffer, OpenError>(async () => {
    const drawing = isPdf ? drawPage(bytes, page, size) : drawPreview(bytes, size)
    const drawn = await drawing.catch((error: unknown) => {
      if (error instanceof Error && error.name === 'NotLookedThrough') throw error
      return null
    })
    return drawn ? ok(drawn) : err({ code: 'damaged' })
  })
}

async function drawPage(bytes: Buffer, page: number, size: PreviewSize): Promise<Buffer | null> {
  const drawn = await inTurn(() => fileProcessor()(bytes, { page, edge: PREVIEW_EDGES[size] }))
  return drawn.ok ? drawn.value.bytes : null
}

/** A sound of a case, as it was kept. `not_here` for what is no sound. */
export async function hearCaseFile(
  grant: Grant<'case.read'>,
  number: string,
  id: string,
): Promise<Result<OpenedFile, OpenError>> {
  const opened = await lookAt(grant, number, id)
  if (!opened.ok) return opened
  return FILE_FORMATS[opened.value.format].family === 'audio' ? opened : err({ code: 'not_here' })
}

/** How many pages a PDF of a case has, counted in a process apart; null when nobody can say. */
export async function countPages(grant: Grant<'case.read'>, number: string, id: string): Promise<number | null> {
  const opened = await lookAt(grant, number, id)
  if (!opened.ok || opened.value.format !== 'pdf') return null
  const { bytes, kind } = opened.value
  const counted = await inTurn(() => fileProcessor()(bytes, { purpose: kind, keepDate: true })).catch(() => null)
  return counted?.ok ? (counted.value.pages ?? null) : null
}

function lookAt(grant: Grant<'case.read'>, number: string, id: string): Promise<Result<OpenedFile, OpenError>> {
  return openScanned(grant, () =>
    within(grant, async (on) => {
      const head = await findCaseHead(on, number)
      const caseSeal = head && (await findCaseSeal(on, head.id))
      const file = caseSeal && (await findStoredFile(on, caseSeal, id))
      if (!head || !file) return null
      await appendReading(on, head.id, 'evidence.previewed', { evidenceId: id })
      return file
    }),
  )
}
