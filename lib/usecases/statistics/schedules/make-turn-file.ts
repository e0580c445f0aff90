import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { dropOldFiles, keepTurnFile } from '@/lib/data/statistic-files'
import { updateScheduleTurn, type Schedule } from '@/lib/data/statistic-schedules'
import { readFileBasis } from '@/lib/data/statistic-basis'
import { within } from '@/lib/data/within'
import { DEFAULT_HOW } from '@/lib/domain/statistics/export/formats'
import { releaseMetadata } from '@/lib/domain/statistics/export/metadata'
import type { FileWords } from '@/lib/domain/statistics/export/names'
import { nextTurn, placeOfFile } from '@/lib/domain/statistics/export/schedule'
import { readQuery } from '@/lib/domain/statistics/query-text'
import { releaseFile } from '@/lib/files/exports/release-file'
import { now } from '@/lib/platform/clock'
import { discardPlaces } from '@/lib/usecases/files/sweep-files'
import { exportDetail } from '../export-release'
import { keepFile } from '../kept-files'
import { readRelease } from '../read-release'

/** The question of a schedule has a part that this version does not know any more. */
export class QuestionUnreadable extends Error {
  override readonly name = 'question_unreadable'
}

type Turn = { readonly schedule: Schedule; readonly fileId: string; readonly words: FileWords }

/**
 * Writes the file of a turn and what stands beside it, and says when the next turn is. The file counts when its row says so: what a
 * crash leaves in the store is swept away. False when another process had written it before.
 */
export async function makeTurnFile(
  grant: Grant<'statistics.export'>,
  system: Grant<'system.export'>,
  { schedule, fileId, words }: Turn,
): Promise<boolean> {
  const { query, unread } = readQuery(new URLSearchParams(schedule.question))
  if (unread.length > 0) throw new QuestionUnreadable()
  const release = await readRelease(grant, query)
  const basis = await within(grant, (on) => readFileBasis(on, release.facts.asOf))
  const madeAt = now()
  const how = { ...DEFAULT_HOW, format: schedule.format, language: schedule.language }
  const { name, contentType, ...stream } = releaseFile(release, { how, words, basis, madeAt })
  const { queryId } = release.facts
  const storageKey = placeOfFile(madeAt, queryId, randomBytes(4).toString('hex'))
  const { written, ...kept } = await keepFile({ id: fileId, storageKey }, stream, (file) =>
    releaseMetadata(release, { words, basis, madeAt, file: { name, contentType, ...file } }),
  )
  const old = await within(system, async (on) => {
    const { id: scheduleId, dueAt, officeId, madeById, keep, rhythm } = schedule
    const file = { ...kept, ...written, queryId, fileName: name, contentType }
    if (!(await keepTurnFile(on, { scheduleId, dueAt, madeAt }, file))) return null
    const next = nextTurn(rhythm, madeAt)
    await updateScheduleTurn(on, { id: scheduleId, dueAt }, { dueAt: next, tryAt: next })
    const dropped = await dropOldFiles(on, scheduleId, keep)
    const detail = { ...exportDetail(release, how), scheduleId, fileId, madeById }
    await appendAudit(on, officeId, 'statistics.export_scheduled', { detail })
    return dropped
  })
  await discardPlaces(old ?? [storageKey])
  return old !== null
}
