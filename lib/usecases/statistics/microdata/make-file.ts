import 'server-only'
import { randomInt } from 'node:crypto'
import { columnsBy } from '@/lib/domain/statistics/microdata/columns'
import { topCode, amountOf, NO_AMOUNT } from '@/lib/domain/statistics/microdata/amounts'
import { toldLoss, type Classes } from '@/lib/domain/statistics/microdata/classes'
import { questionsOfColumns } from '@/lib/domain/statistics/microdata/column-subjects'
import { againstEarlier, type EarlierFile } from '@/lib/domain/statistics/microdata/earlier-files'
import { readFileFacts, type ToldClasses } from '@/lib/domain/statistics/microdata/file-columns'
import { recodeRecords } from '@/lib/domain/statistics/microdata/recode'
import { readRecords } from '@/lib/domain/statistics/microdata/records'
import type { MicrodataFailure, MicrodataPlan, MicrodataReport } from '@/lib/domain/statistics/microdata/request'
import { shuffledOrder } from '@/lib/domain/statistics/microdata/shuffled'
import { toldBy } from '@/lib/domain/statistics/disclosure/witness/guard'
import { MOST_PEOPLE } from '@/lib/domain/statistics/disclosure/witness/people'
import { monthsOf } from '@/lib/domain/statistics/organisations/quarters'
import { err, ok, type Result } from '@/lib/domain/result'
import { csvFile } from '@/lib/files/exports/csv'
import type { FileStream } from '@/lib/files/exports/file-stream'
import { breather } from '../breathe'
import { readIndex } from '../column-index'
import { ToldLog } from '../told-log'
import { fileLines, headings } from './file-lines'
import { tellFiles, type ToldFileOf } from './told-files'

/** A file on its way, with all that is known of it before its bytes are counted. */
export type MadeRecords = {
  readonly stream: FileStream
  readonly report: Omit<MicrodataReport, 'bytes' | 'sha256'>
  readonly levels: readonly number[]
  readonly told: ToldClasses
}

/**
 * Recodes the reports of a request so that every combination is that of k, and nothing of few follows from the file and all that `log`
 * knows as told, or says why not. Of very many reports single ones are not looked at.
 */
export async function makeRecords(
  request: MicrodataPlan,
  earlier: readonly (EarlierFile & ToldFileOf)[],
  log: ToldLog = new ToldLog(),
): Promise<Result<MadeRecords, MicrodataFailure>> {
  const columns = columnsBy(request.columns)
  const others = [...columns.sensitive, ...columns.amounts]
  const bound = againstEarlier({ ...request, quasi: columns.quasi, others }, request.k, earlier)
  if (bound.kind === 'refused') return err(bound.code)
  const months = [monthsOf(request.fromQuarter)[0], monthsOf(request.toQuarter)[1]] as const
  const { records, offices, asOf, guard } = await readIndex(async (store, readAt) => ({
    records: await readRecords(store, columns, months, breather()),
    offices: store.offices.slice(1),
    asOf: readAt,
    guard:
      store.reports > MOST_PEOPLE
        ? null
        : {
            facts: await readFileFacts(store, columns, months, breather()),
            witnesses: await tellFiles(log, store, null, earlier, questionsOfColumns(request.columns)),
          },
  }))
  if (records.size === 0) return err('no_records')
  for (const { key, release } of guard === null ? [] : log.before.releases())
    guard?.witnesses.tell(key, release, () => toldBy(release))
  const protection = { k: request.k, l: request.l, mostLeftOut: request.mostLeftOut / 100 }
  const made = await recodeRecords(records, { columns, months, offices, protection, bound }, guard, breather())
  if (made === null) return err('not_reached')
  const { ladders, combinations, classes, held } = made
  const classOf = (record: number) => classes.classOf[combinations.of[record] ?? 0] ?? 0
  const isKept = (record: number) => classes.isKept[classOf(record)] === true
  const kept = records.amounts.map((codes, place) =>
    codes.map((code, record) =>
      isKept(record) && held[classOf(record)]?.includes(columns.amounts[place] ?? 'office') === false
        ? code
        : NO_AMOUNT,
    ),
  )
  const tops = kept.map((codes) => topCode(codes, request.k))
  const order = shuffledOrder(records.size, randomInt)
  return ok({
    stream: csvFile(
      { columns: headings(columns), tags: null, hasMark: false, hasEnd: true },
      fileLines(records, columns, made, { order, tops, breathe: breather() }),
    ),
    levels: classes.levels,
    told: made.told,
    report: {
      asOf: asOf.toISOString(),
      rows: records.size - classes.leftOut,
      smallest: smallestKept(classes),
      combinations: classes.isKept.filter(Boolean).length,
      ...toldLoss(classes, request.k, columns.quasi.length),
      levels: ladders.map((ladder, place) => ({
        column: ladder.ladder.column,
        level: classes.levels[place] ?? 0,
        of: ladder.codes.length - 1,
        loss: meanPenalty(ladder.penalty[classes.levels[place] ?? 0], records.quasi[place], isKept),
      })),
      held: others.map((column) => ({
        column,
        records: held.reduce((sum, of, place) => sum + (of.includes(column) ? (classes.sizes[place] ?? 0) : 0), 0),
      })),
      tops: columns.amounts.map((column, place) => {
        const top = tops[place] ?? null
        const atTop = top === null ? 0 : (kept[place] ?? []).filter((code) => code !== NO_AMOUNT && code >= top).length
        return { column, top: top === null ? null : amountOf(top), atTop }
      }),
    },
  })
}

function smallestKept({ sizes, isKept }: Classes): number {
  return sizes.reduce((least, size, place) => (isKept[place] === true && size < least ? size : least), Infinity)
}

/** What one column loses on average, of the kept records. */
function meanPenalty(
  penalty: Float64Array | undefined,
  leaves: Uint16Array | undefined,
  isKept: (record: number) => boolean,
): number {
  let [sum, count] = [0, 0]
  leaves?.forEach((leaf, record) => {
    if (!isKept(record)) return
    sum += penalty?.[leaf] ?? 0
    count += 1
  })
  return count === 0 ? 0 : sum / count
}
