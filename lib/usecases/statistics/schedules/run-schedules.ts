import 'server-only'
import { grantOpen, grantStaff, type Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findStaffActor } from '@/lib/data/staff-actor'
import { noteTurnFailure, turnFileId } from '@/lib/data/statistic-files'
import {
  findSchedule,
  listDueSchedules,
  refuseSchedule,
  updateScheduleTurn,
  type Schedule,
} from '@/lib/data/statistic-schedules'
import { within } from '@/lib/data/within'
import type { ExportLanguage } from '@/lib/domain/statistics/export/languages'
import type { FileWords } from '@/lib/domain/statistics/export/names'
import { nextTry, nextTurn } from '@/lib/domain/statistics/export/schedule'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/logger'
import { StoreFull, StoreUnavailable } from '@/lib/storage/file-store'
import { StatisticRefusal, type RefusalCode } from '../refusal'
import { makeTurnFile, QuestionUnreadable } from './make-turn-file'

/** Words of files in each language; use cases know no catalogue. */
export type WordsOf = (language: ExportLanguage) => FileWords

/**
 * Writes the files whose turn has come. One that fails is noted, tried again later, and holds nobody else up. Returns how many were
 * written.
 */
export async function runSchedules(wordsOf: WordsOf): Promise<number> {
  const due = await within(systemGrant(), (on) => listDueSchedules(on, now()))
  let made = 0
  for (const id of due) if (await runSchedule(id, wordsOf)) made += 1
  return made
}

async function runSchedule(id: string, wordsOf: WordsOf): Promise<boolean> {
  const system = systemGrant()
  const schedule = await within(system, (on) => findSchedule(on, id))
  // Stopped, or its turn was taken by another process, since it was listed.
  if (schedule?.state !== 'running' || schedule.tryAt > now()) return false
  const grant = await grantOfMaker(schedule)
  if (grant === null) {
    await refuse(schedule)
    return false
  }
  const fileId = await within(system, (on) => turnFileId(on, id, schedule.dueAt))
  try {
    return await makeTurnFile(grant, system, { schedule, fileId, words: wordsOf(schedule.language) })
  } catch (error) {
    await noteFailure(schedule, fileId, error)
    return false
  }
}

/** Asked at every turn: who left or got another role has no files made any more. */
async function grantOfMaker({ madeById }: Schedule): Promise<Grant<'statistics.export'> | null> {
  const door = grantOpen({ kind: 'door' }, 'door.look_up')
  const actor = await within(door, (on) => findStaffActor(on, madeById))
  if (actor === null || grantStaff(actor, 'statistics.schedule') === null) return null
  return grantStaff(actor, 'statistics.export')
}

function refuse({ id, officeId }: Schedule): Promise<void> {
  return within(systemGrant(), async (on) => {
    await refuseSchedule(on, id, now())
    await appendAudit(on, officeId, 'statistics.schedule_refused', { detail: { scheduleId: id } })
  })
}

function noteFailure({ id, dueAt, rhythm }: Schedule, fileId: string, error: unknown): Promise<unknown> {
  const at = now()
  const failure = failureOf(error)
  logFailure(error, { event: 'export_failed', code: failure })
  return within(systemGrant(), async (on) => {
    const tries = await noteTurnFailure(on, { id: fileId, scheduleId: id, dueAt, madeAt: at }, failure)
    const again = nextTry(tries, at)
    const turn = nextTurn(rhythm, at)
    await updateScheduleTurn(on, { id, dueAt }, again === null ? { dueAt: turn, tryAt: turn } : { dueAt, tryAt: again })
  })
}

/** A code for the page: what it was is in the log. */
type Failure = RefusalCode | 'no_space' | 'store_away' | 'question_unreadable' | 'unexpected'

function failureOf(error: unknown): Failure {
  if (error instanceof StoreFull) return 'no_space'
  if (error instanceof StoreUnavailable) return 'store_away'
  if (error instanceof StatisticRefusal) return error.code
  return error instanceof QuestionUnreadable ? 'question_unreadable' : 'unexpected'
}

function systemGrant(): Grant<'system.export'> {
  return grantOpen({ kind: 'system' }, 'system.export')
}
