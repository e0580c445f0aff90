import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import {
  lockReleases,
  markAsked,
  readBasisDays,
  writeRelease,
  type BasisDays,
  type Reading,
} from '@/lib/data/statistic-releases'
import { listEarlierFiles, markOfFiles } from '@/lib/data/microdata'
import { roundingLot } from '@/lib/data/rounding-lot'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { LOG_THRESHOLD } from '@/lib/domain/statistics/disclosure/over-time'
import { protectInPieces, type Protected } from '@/lib/domain/statistics/disclosure/protect'
import { MOST_PEOPLE } from '@/lib/domain/statistics/disclosure/witness/people'
import type { Witnesses } from '@/lib/domain/statistics/disclosure/witness/witnesses'
import type { StatisticScope } from '@/lib/domain/statistics/query'
import { canonicalText } from '@/lib/domain/statistics/query-text'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'
import { now } from '@/lib/platform/clock'
import { breather } from './breathe'
import { officeCode, readIndex } from './column-index'
import { tellFiles } from './microdata/told-files'
import { forgetReleases, hasNew, logOf, readNew, readNewOn, type ReadingGrant } from './read-log'
import { MOST_LOGGED_CELLS, StatisticRefusal } from './refusal'
import { releaseText } from './release-text'
import type { LogEntry, ToldLog } from './told-log'

/** So often an answer is decided before the lock is taken; then with it, so that others cannot come between for ever. */
const TRIES = 3
/** A full log is read anew, in case the sweep made room, when it was read longer ago than this. */
const FULL_MS = 600_000
/** Higher than any number of the log: what is just being told was told last. */
const PROVISIONAL = 2 ** 52

/** What may leave of an answer; `version` is the number of its last writing in the log, 0 when nothing of it was ever written. */
export type ToldTables = {
  readonly tables: readonly ReleasedTable[]
  readonly version: number
  readonly basis: BasisDays
}

type Decided = { readonly question: string; readonly released: ReleasedTable; readonly entry: LogEntry }

/** The name of a scope in the log and in what a release says of itself. */
export function scopeName({ isPublic, officeId }: StatisticScope): string {
  return isPublic ? 'public' : (officeId ?? 'all')
}

/**
 * Decides what is told of tables after everything that was told before, and writes it into the log. One asker of a scope at a time:
 * two at once could tell by halves. Within this process they wait without a connection; between processes, what was decided is
 * decided again when another one wrote meanwhile. The queries of the tables are narrowed to the office where the scope is.
 *
 * @throws StatisticRefusal `too_many_questions` for a new question when the log is full
 */
export function tellTables(
  grant: ReadingGrant,
  scope: StatisticScope,
  tables: readonly RawTable[],
): Promise<ToldTables> {
  const name = scopeName(scope)
  const log = roomyLog(name)
  return log.inTurn(() => tell(grant, scope, log, tables))
}

async function tell(
  grant: ReadingGrant,
  of: StatisticScope,
  log: ToldLog,
  tables: readonly RawTable[],
): Promise<ToldTables> {
  const [day, scope] = [dayInJapan(now()), scopeName(of)]
  let beside = await besideOf(grant, log, of, tables)
  for (let attempt = 1; ; attempt++) {
    await readNew(grant, log, scope)
    const decided = await decide(log, scope, tables, beside.witnesses)
    const told = await within<ReadingGrant['permission'], Written | null>(grant, async (on) => {
      await lockReleases(on, scope)
      const isSameFiles = beside.files === (await markOfFiles(on))
      if (isSameFiles && !(await hasNew(on, log, scope))) return write(on, log, scope, decided, day)
      if (attempt < TRIES) return null
      await readNewOn(on, log, scope)
      const { witnesses } = isSameFiles ? beside : await besideOf(grant, log, of, tables)
      return write(on, log, scope, await decide(log, scope, tables, witnesses), day)
    })
    if (told === null) {
      beside = await besideOf(grant, log, of, tables)
      continue
    }
    // Only now it was told: a transaction that did not happen leaves no trace here.
    for (const { question, entry } of told.decided) {
      const key = `${scope} ${question}`
      if (log.find(key)?.seq !== entry.seq) log.put(key, entry)
      log.hasRead(scope, entry.seq)
      log.mark(key, day)
    }
    return {
      tables: told.decided.map(({ released }) => released),
      version: Math.max(0, ...told.decided.map(({ entry }) => entry.seq)),
      basis: told.basis,
    }
  }
}

type Written = { readonly decided: readonly Decided[]; readonly basis: BasisDays }

/** What a table is told beside: the reports as they could be, and which files of records are in somebody's hands. */
type Beside = { readonly witnesses: Witnesses | null; readonly files: string }

// Reports are read before the lock is waited for. Of very many only equations are solved. Who has a file sees no tables of one office.
async function besideOf(
  grant: ReadingGrant,
  log: ToldLog,
  { officeId }: StatisticScope,
  tables: readonly RawTable[],
): Promise<Beside> {
  const mark = await within<ReadingGrant['permission'], string>(grant, markOfFiles)
  const isOfDesk = tables.every(({ measure }) => measureOf(measure)?.form === 'desk')
  if (isOfDesk) return { witnesses: null, files: mark }
  const office = officeId === null ? null : ((await officeCode(officeId)) ?? '')
  const maker = grantOpen({ kind: 'system' }, 'system.make_microdata')
  const files = mark === '' || officeId !== null ? [] : await within(maker, listEarlierFiles)
  const witnesses = await readIndex(async (store) =>
    store.reports > MOST_PEOPLE ? null : tellFiles(log, store, office, files, tables),
  )
  return { witnesses, files: mark }
}

async function decide(
  log: ToldLog,
  scope: string,
  tables: readonly RawTable[],
  witnesses: Witnesses | null,
): Promise<Decided[]> {
  const breathe = breather()
  const undo: (() => void)[] = []
  try {
    const decided: Decided[] = []
    for (const table of tables) {
      const measure = measureOf(table.measure)
      if (measure === null) throw new TypeError(`no measure ${table.measure}`)
      const asked = { ...table.query, measures: [table.measure] }
      const question = canonicalText({ ...asked, threshold: LOG_THRESHOLD, rounding: 1 })
      const key = `${scope} ${question}`
      const pieces = protectInPieces(
        { ...table, query: asked },
        measure,
        key,
        log.before,
        roundingLot,
        measure.form === 'desk' ? null : witnesses,
      )
      const { released, logged } = await inPieces(pieces, breathe)
      const [text, former] = [releaseText(logged), log.find(key)]
      if (former === undefined && log.cells + logged.cells.length > MOST_LOGGED_CELLS)
        throw new StatisticRefusal('too_many_questions')
      const entry = former?.text === text ? former : { release: logged, seq: PROVISIONAL + decided.length, text }
      // The next measure of the question must know what this one tells.
      if (entry !== former) undo.push(log.put(key, entry))
      decided.push({ question, released, entry })
      await breathe()
    }
    return decided
  } finally {
    for (const takeBack of undo.toReversed()) takeBack()
  }
}

async function inPieces(
  pieces: Generator<undefined, Protected>,
  breathe: () => Promise<void> | undefined,
): Promise<Protected> {
  for (;;) {
    const { done, value } = pieces.next()
    if (done === true) return value
    const pause = breathe()
    if (pause) await pause
  }
}

async function write(
  on: Reading,
  log: ToldLog,
  scope: string,
  decided: readonly Decided[],
  day: string,
): Promise<Written> {
  const isSame = ({ question, entry }: Decided) => log.find(`${scope} ${question}`) === entry
  const unmarked = decided.filter((one) => isSame(one) && !log.isMarked(`${scope} ${one.question}`, day))
  const there = await markAsked(
    on,
    unmarked.map(({ question }) => question),
    day,
  )
  const written: Decided[] = []
  for (const one of decided) {
    // One the sweep dropped while this process remembered it is written again: others must know it.
    const isKept = isSame(one) && (!unmarked.includes(one) || there.has(one.question))
    if (isKept) written.push(one)
    else {
      const seq = await writeRelease(on, scope, one.question, one.entry.release, day)
      written.push({ ...one, entry: { ...one.entry, seq } })
    }
  }
  return { decided: written, basis: await readBasisDays(on) }
}

function roomyLog(scope: string): ToldLog {
  const log = logOf(scope)
  if (log.cells < MOST_LOGGED_CELLS || performance.now() - log.since < FULL_MS) return log
  forgetReleases(scope)
  return logOf(scope)
}
