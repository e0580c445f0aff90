import 'server-only'
import { randomInt } from 'node:crypto'
import { columnsBy, DIVERSE_COLUMN } from '@/lib/domain/statistics/microdata/columns'
import { topCode, amountOf, NO_AMOUNT } from '@/lib/domain/statistics/microdata/amounts'
import {
  classesAt,
  classSizes,
  toldLoss,
  type Classes,
  type Protection,
} from '@/lib/domain/statistics/microdata/classes'
import { combinationsOf } from '@/lib/domain/statistics/microdata/combinations'
import { againstEarlier, type EarlierFile } from '@/lib/domain/statistics/microdata/earlier-files'
import { ladderOf } from '@/lib/domain/statistics/microdata/ladders'
import { codedLadder } from '@/lib/domain/statistics/microdata/recoding'
import type { MicrodataFailure, MicrodataPlan, MicrodataReport } from '@/lib/domain/statistics/microdata/request'
import { searchLevels } from '@/lib/domain/statistics/microdata/search'
import { shuffledOrder } from '@/lib/domain/statistics/microdata/shuffled'
import { monthsOf } from '@/lib/domain/statistics/organisations/quarters'
import { err, ok, type Result } from '@/lib/domain/result'
import { csvFile } from '@/lib/files/exports/csv'
import type { FileStream } from '@/lib/files/exports/file-stream'
import { breather } from '../breathe'
import { readIndex } from '../column-index'
import { fileLines, headings } from './file-lines'
import { readRecords } from './read-records'

/** A file on its way, with all that is known of it before its bytes are counted. */
export type MadeRecords = {
  readonly stream: FileStream
  readonly report: Omit<MicrodataReport, 'bytes' | 'sha256'>
  readonly levels: readonly number[]
  readonly classes: Readonly<Record<string, number>>
}

/** Recodes the reports of a request so that every combination is that of k, or says why not. */
export async function makeRecords(
  request: MicrodataPlan,
  earlier: readonly EarlierFile[],
): Promise<Result<MadeRecords, MicrodataFailure>> {
  const columns = columnsBy(request.columns)
  const others = [...columns.sensitive, ...columns.amounts]
  const bound = againstEarlier({ ...request, quasi: columns.quasi, others }, request.k, earlier)
  if (bound.kind === 'refused') return err(bound.code)
  const months = [monthsOf(request.fromQuarter)[0], monthsOf(request.toQuarter)[1]] as const
  const { records, offices, asOf } = await readIndex(async (store, readAt) => ({
    records: await readRecords(store, columns, months, breather()),
    offices: store.offices.slice(1),
    asOf: readAt,
  }))
  if (records.size === 0) return err('no_records')
  const ladders = columns.quasi.map((column) => codedLadder(ladderOf(column, { months: [...months], offices })))
  const diverse = records.sensitive[columns.sensitive.indexOf(DIVERSE_COLUMN)]?.numbers ?? null
  const protection: Protection = { k: request.k, l: diverse ? request.l : 1, mostLeftOut: request.mostLeftOut / 100 }
  const combinations = combinationsOf(
    { size: records.size, quasi: records.quasi, diverse: diverse && Int32Array.from(diverse) },
    ladders.map(({ widths }) => widths[0] ?? 1),
    protection.l,
  )
  const classes =
    bound.kind === 'same'
      ? withinShare(
          classesAt(combinations, ladders, bound.levels, protection, bound.isRefused),
          records.size,
          protection,
        )
      : await searchLevels(combinations, ladders, protection, breather())
  if (classes === null || classes.leftOut === records.size) return err('not_reached')
  const isKept = (record: number) => classes.isKept[classes.classOf[combinations.of[record] ?? 0] ?? 0] === true
  const kept = records.amounts.map((codes) => codes.filter((_, record) => isKept(record)))
  const tops = kept.map((codes) => topCode(codes, request.k))
  const order = shuffledOrder(records.size, randomInt)
  return ok({
    stream: csvFile(
      { columns: headings(columns), tags: null, hasMark: false, hasEnd: true },
      fileLines(records, ladders, combinations, classes, { order, tops, breathe: breather() }),
    ),
    levels: classes.levels,
    classes: classSizes(combinations, ladders, classes),
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

function withinShare(classes: Classes, size: number, { mostLeftOut }: Protection): Classes | null {
  return classes.leftOut > mostLeftOut * size ? null : classes
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
