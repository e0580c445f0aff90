import 'server-only'
import { csvCell } from '@/lib/domain/statistics/export/csv-text'
import { amountOf, NO_AMOUNT } from '@/lib/domain/statistics/microdata/amounts'
import type { MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import { ANY } from '@/lib/domain/statistics/microdata/ladders'
import type { RecodedRecords } from '@/lib/domain/statistics/microdata/recode'
import { recoded } from '@/lib/domain/statistics/microdata/recoding'
import type { RecordColumns, Records } from '@/lib/domain/statistics/microdata/records'
import type { Breathe } from '@/lib/domain/statistics/microdata/search'
import { ByteRows, type ByteBatch, type KnownText } from '@/lib/files/exports/byte-rows'

/** Records in an order by lot lie all over memory: so many are fetched at once, column by column, which waits for memory far less. */
const FETCHED = 1024
const NOT_KEPT = -1
const NOT_MET = -1

/** The names of the columns, as the file has them. */
export function headings({ quasi, sensitive, amounts }: RecordColumns): string[] {
  return [...quasi, ...sensitive, ...amounts.map((column) => `${column}_yen`)]
}

/** The kept records in an order by lot, as lines. Every text of the file is encoded once and copied from then on. */
export async function* fileLines(
  records: Records,
  { sensitive, amounts }: RecordColumns,
  made: RecodedRecords,
  {
    order,
    tops,
    breathe,
  }: { readonly order: Int32Array; readonly tops: readonly (number | null)[]; readonly breathe: Breathe },
): AsyncGenerator<ByteBatch> {
  const rows = new ByteRows()
  const { combinations, classes } = made
  const beginnings = knownBeginnings(rows, made)
  const columns = [
    ...records.sensitive.map(({ numbers, words }) => ({ numbers, tell: (code: number) => csvCell(words[code] ?? '') })),
    ...records.amounts.map((numbers, place) => ({ numbers, tell: amountText(tops[place] ?? null) })),
  ].map((column, place) => toFetch(column, combinations.columns + place === 0 ? '' : ','))
  const [heldOf, held] = knownHeld(rows, [...sensitive, ...amounts], columns, made)
  const lineEnd = rows.know('\r\n')
  const [begins, holding] = [new Int32Array(FETCHED), new Int32Array(FETCHED)]
  for (let from = 0; from < order.length; from += FETCHED) {
    const until = Math.min(from + FETCHED, order.length)
    for (let at = from; at < until; at += 1) {
      const combination = combinations.of[order[at] as number] as number
      begins[at - from] = beginnings[combination] as number
      holding[at - from] = heldOf[classes.classOf[combination] as number] as number
    }
    for (const { numbers, fetched } of columns)
      for (let at = from; at < until; at += 1) fetched[at - from] = numbers[order[at] as number] as number
    for (let at = 0; at < until - from; at += 1) {
      const begin = begins[at] as number
      if (begin === NOT_KEPT) continue
      rows.put(begin)
      const bits = holding[at] as number
      for (let column = 0; column < columns.length; column += 1) {
        if ((bits >>> column) & 1) rows.put(held[column] as KnownText)
        else putCell(rows, columns[column] as Column, at)
      }
      rows.put(lineEnd)
      if (!rows.endRow()) continue
      yield rows.take()
      const waiting = breathe()
      if (waiting) await waiting
    }
  }
  const rest = rows.take()
  if (rest.rows > 0) yield rest
}

type Column = {
  readonly numbers: Uint8Array | Uint16Array
  readonly tell: (code: number) => string
  /** What stands before its cells. */
  readonly before: string
  readonly fetched: Uint16Array
  /** The text of each code, NOT_MET until the first record that has it. */
  readonly texts: Int32Array
}

function toFetch({ numbers, tell }: Pick<Column, 'numbers' | 'tell'>, before: string): Column {
  const texts = new Int32Array(numbers instanceof Uint8Array ? 0x1_00 : 0x1_00_00).fill(NOT_MET)
  return { numbers, tell, before, fetched: new Uint16Array(FETCHED), texts }
}

function putCell(rows: ByteRows, { fetched, texts, tell, before }: Column, at: number): void {
  const code = fetched[at] as number
  let text: KnownText = texts[code] as number
  if (text === NOT_MET) {
    text = rows.know(before + tell(code))
    texts[code] = text
  }
  rows.put(text)
}

/** Of each class the columns that are held back, a bit each, and what stands instead. */
function knownHeld(
  rows: ByteRows,
  names: readonly MicrodataColumn[],
  columns: readonly Column[],
  { held }: RecodedRecords,
): [Int32Array, KnownText[]] {
  const bits = held.map((of) => names.reduce((all, name, at) => (of.includes(name) ? all | (1 << at) : all), 0))
  return [Int32Array.from(bits), columns.map(({ before }) => rows.know(before + ANY))]
}

/** Whole yen, at most the top code; nothing where nothing is told. */
function amountText(top: number | null): (code: number) => string {
  return (code) => (code === NO_AMOUNT || top === null ? '' : String(amountOf(Math.min(code, top))))
}

/** The recoded cells of every combination, which is how its lines begin; NOT_KEPT for one that is left out. */
function knownBeginnings(
  rows: ByteRows,
  { ladders, combinations: { count, leaves, columns }, classes: { levels, classOf, isKept } }: RecodedRecords,
): Int32Array {
  const ofClass = new Map<number, KnownText>()
  return Int32Array.from({ length: count }, (_, at) => {
    const itsClass = classOf[at] as number
    if (isKept[itsClass] !== true) return NOT_KEPT
    let known = ofClass.get(itsClass)
    if (known === undefined) {
      known = rows.know(
        recoded(ladders, levels, leaves, at * columns)
          .map(csvCell)
          .join(','),
      )
      ofClass.set(itsClass, known)
    }
    return known
  })
}
