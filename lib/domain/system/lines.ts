import { isOlderThanMonths } from '../calendar/months-before'
import { DRAFT_FILES_BYTES_MAXIMUM } from '../files/limits'
import type { SystemFacts } from './facts'

/** What a line asks of who reads it: nothing, to look at it, to do something now. `unknown`: it could not be found out. */
export const STANDINGS = ['fine', 'look', 'act', 'unknown'] as const
export type Standing = (typeof STANDINGS)[number]

/** What the page of the installation tells, by area. Each has its words in the room `system`. */
export const SYSTEM_AREAS = {
  running: ['migrations', 'jobs_late', 'jobs_failed', 'mail', 'address', 'database_line', 'sessions'],
  files: ['store', 'bucket_line', 'room', 'drafts', 'scanner'],
  keys: ['master_key', 'blind_index', 'next_key'],
  copies: ['backup', 'restored', 'anchors'],
  numbers: ['rates', 'sources', 'legal_rules', 'survey', 'index', 'desk'],
  versions: ['versions'],
} as const
export type SystemArea = keyof typeof SYSTEM_AREAS
export type SystemCode = (typeof SYSTEM_AREAS)[SystemArea][number]

/** A line with what its words need. `state` chooses among them. */
export type SystemLine = {
  readonly code: SystemCode
  readonly standing: Standing
  readonly state: string
  readonly count?: number
  readonly bytes?: number
  readonly ofBytes?: number
  readonly at?: Date
  /** A day ('YYYY-MM-DD') or a month ('YYYY-MM'). */
  readonly on?: string
  readonly text?: string
}

const GIB = 1024 ** 3
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Room below which somebody has to look, and below which it is high time. */
const ROOM_TO_LOOK = 10 * GIB
const ROOM_TO_ACT = GIB
/** The same of a bucket, by how much of it is full. */
const QUOTA_TO_LOOK = 0.8
const QUOTA_TO_ACT = 0.95
const RATES_TO_LOOK_MONTHS = 6
const RATES_TO_ACT_MONTHS = 18
const BACKUP_TO_LOOK_MS = 26 * HOUR_MS
const BACKUP_TO_ACT_MS = 3 * DAY_MS
/** A month more often than this waits only where something holds the count up. */
const DESK_MONTHS_TO_LOOK = 100

/** Every line of an area, judged. Pure: the same facts give the same signs. */
export function linesOf(area: SystemArea, facts: SystemFacts): readonly SystemLine[] {
  return SYSTEM_AREAS[area].map((code) => ({ code, ...JUDGES[code](facts) }))
}

/** What needs somebody now. */
export function codesToAct(facts: SystemFacts): readonly SystemCode[] {
  const areas = Object.keys(SYSTEM_AREAS) as readonly SystemArea[]
  return areas.flatMap((area) =>
    linesOf(area, facts).flatMap(({ code, standing }) => (standing === 'act' ? [code] : [])),
  )
}

type Judged = Omit<SystemLine, 'code'>

const JUDGES: Readonly<Record<SystemCode, (facts: SystemFacts) => Judged>> = {
  migrations: ({ isUpToDate }) => (isUpToDate ? fine('up_to_date') : act('missing')),
  jobs_late: ({ jobs }) => {
    const late = jobs.filter(({ standing }) => standing === 'late').length
    return { ...(late === 0 ? fine('on_time') : act('late')), count: late }
  },
  jobs_failed: ({ jobs }) => {
    const failed = jobs.reduce((sum, job) => sum + job.failed, 0)
    return { ...(failed === 0 ? fine('none') : look('some')), count: failed }
  },
  mail: ({ mail }) => (mail === 'off' ? look('off') : fine(mail)),
  address: ({ isEncryptedAddress }) => (isEncryptedAddress ? fine('encrypted') : look('open')),
  database_line: ({ databaseLine: line }) => (line === 'here' || line === 'proved' ? fine(line) : look(line)),
  bucket_line: ({ files: { line } }) => (line === 'open' ? look(line) : fine(line)),
  sessions: ({ staffSessions }) => ({ ...fine('live'), count: staffSessions }),
  store: ({ files }) => (files.isReady ? fine('ready') : act('away')),
  room: ({ files: { room, quotaBytes, bytes } }) => {
    if (room === null && quotaBytes !== null) {
      const judged = bytes > quotaBytes * QUOTA_TO_ACT ? act : bytes > quotaBytes * QUOTA_TO_LOOK ? look : fine
      return { ...judged('quota'), bytes, ofBytes: quotaBytes }
    }
    if (room === null) return { ...unknown('not_said'), bytes }
    const told = { bytes: room.freeBytes, ofBytes: room.wholeBytes }
    if (room.freeBytes < ROOM_TO_ACT) return { ...act('free'), ...told }
    return { ...(room.freeBytes < ROOM_TO_LOOK ? look('free') : fine('free')), ...told }
  },
  drafts: ({ files: { draftBytes } }) => ({
    ...(draftBytes > DRAFT_FILES_BYTES_MAXIMUM * 0.8 ? look('used') : fine('used')),
    bytes: draftBytes,
    ofBytes: DRAFT_FILES_BYTES_MAXIMUM,
  }),
  scanner: ({ scanner }) => (scanner === 'on' ? fine('on') : scanner === 'off' ? look('off') : act('away')),
  master_key: ({ keys: { currentId, wrapped, others } }) => {
    const lost = sum(others.filter(({ isKnown }) => !isKnown))
    if (lost > 0) return { ...act('lost'), count: lost, text: currentId }
    const left = sum(others)
    if (left > 0) return { ...look('left'), count: left, text: currentId }
    return { ...fine('all'), count: wrapped, text: currentId }
  },
  blind_index: ({ keys: { blindLayers, blindSettled } }) => {
    if (blindLayers > blindSettled) return look('to_lay')
    return fine(blindLayers === 0 ? 'from_master' : 'own')
  },
  next_key: ({ keys: { hasNext } }) => (hasNext ? look('set') : fine('none')),
  backup: ({ backup, backupFailedAt, at }) => {
    if (backupFailedAt !== null && (backup === null || backupFailedAt > backup.endedAt))
      return { ...act('failed'), at: backupFailedAt }
    if (backup === null) return act('never')
    const age = at.getTime() - backup.endedAt.getTime()
    const told = { at: backup.endedAt, bytes: backup.bytes }
    if (age > BACKUP_TO_ACT_MS) return { ...act('last'), ...told }
    if (!backup.isWhole) return { ...look('files_missing'), ...told }
    return { ...(age > BACKUP_TO_LOOK_MS ? look('last') : fine('last')), ...told }
  },
  restored: ({ restoredFrom }) => (restoredFrom === null ? fine('never') : { ...fine('from'), at: restoredFrom }),
  anchors: ({ anchors }) => {
    if (anchors === null) return look('nowhere')
    if (!anchors.isReadable) return act('unreadable')
    return anchors.lastAt === null ? look('nothing') : { ...fine('last'), at: anchors.lastAt }
  },
  rates: ({ rates, at }) => {
    if (rates === null) return act('none')
    const told = { on: rates.month, text: rates.currency }
    if (isOlderThanMonths(`${rates.month}-01`, at, RATES_TO_ACT_MONTHS)) return { ...act('last'), ...told }
    return {
      ...(isOlderThanMonths(`${rates.month}-01`, at, RATES_TO_LOOK_MONTHS) ? look('last') : fine('last')),
      ...told,
    }
  },
  sources: ({ sources }) => checked(sources),
  legal_rules: ({ legalRules }) => checked(legalRules),
  survey: ({ surveyOn }) => ({ ...fine('published'), on: surveyOn }),
  index: ({ index }) => (index === null ? unknown('loading') : { ...fine('ready'), at: index.asOf }),
  desk: ({ deskMonthsWaiting }) => ({
    ...(deskMonthsWaiting > DESK_MONTHS_TO_LOOK ? look('waiting') : fine('waiting')),
    count: deskMonthsWaiting,
  }),
  versions: ({ versions: { product, node, postgres, since } }) => ({
    ...fine('these'),
    text: `Fair Passage ${product}, Node.js ${node}, PostgreSQL ${postgres}`,
    at: since,
  }),
}

function checked({ oldestOn, due }: SystemFacts['sources']): Judged {
  if (oldestOn === null) return unknown('none')
  return { ...(due === 0 ? fine('fresh') : look('due')), count: due, on: oldestOn }
}

function sum(keys: readonly { readonly keys: number }[]): number {
  return keys.reduce((all, one) => all + one.keys, 0)
}

const fine = (state: string): Judged => ({ standing: 'fine', state })
const look = (state: string): Judged => ({ standing: 'look', state })
const act = (state: string): Judged => ({ standing: 'act', state })
const unknown = (state: string): Judged => ({ standing: 'unknown', state })
