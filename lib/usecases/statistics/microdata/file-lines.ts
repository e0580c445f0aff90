import 'server-only'
import { csvCell } from '@/lib/domain/statistics/export/csv-text'
import { amountOf, NO_AMOUNT } from '@/lib/domain/statistics/microdata/amounts'
import type { Classes } from '@/lib/domain/statistics/microdata/classes'
import type { Combinations } from '@/lib/domain/statistics/microdata/combinations'
import { recoded, type CodedLadder } from '@/lib/domain/statistics/microdata/recoding'
import type { Breathe } from '@/lib/domain/statistics/microdata/search'
import { BATCH_CHARACTERS, type TextBatch } from '@/lib/files/exports/text-batches'
import type { RecordColumns, Records } from './read-records'

/** The names of the columns, as the file has them. */
export function headings({ quasi, sensitive, amounts }: RecordColumns): string[] {
  return [...quasi, ...sensitive, ...amounts.map((column) => `${column}_yen`)]
}

/** The kept records in an order by lot, as lines. The text of every class is made once. */
export async function* fileLines(
  records: Records,
  ladders: readonly CodedLadder[],
  combinations: Combinations,
  classes: Classes,
  {
    order,
    tops,
    breathe,
  }: { readonly order: Int32Array; readonly tops: readonly (number | null)[]; readonly breathe: Breathe },
): AsyncGenerator<TextBatch> {
  const beginnings = Array.from({ length: combinations.count }, (_, at) =>
    recoded(ladders, classes.levels, combinations.leaves, at * combinations.columns)
      .map(csvCell)
      .join(','),
  )
  const sensitive = records.sensitive.map(({ numbers, words }) => ({ numbers, words: words.map(csvCell) }))
  const amounts = records.amounts.map((codes, place) => ({ codes, top: tops[place] ?? null }))
  const numbers = new Map<number, string>()
  const text = (code: number) => {
    let told = numbers.get(code)
    if (told === undefined) numbers.set(code, (told = String(amountOf(code))))
    return told
  }
  let [lines, rows] = ['', 0]
  for (const record of order) {
    const combination = combinations.of[record] as number
    if (classes.isKept[classes.classOf[combination] as number] !== true) continue
    let line = beginnings[combination] as string
    for (const column of sensitive) line += `,${column.words[column.numbers[record] as number] as string}`
    for (const { codes, top } of amounts) {
      const code = codes[record] as number
      line += code === NO_AMOUNT || top === null ? ',' : `,${text(Math.min(code, top))}`
    }
    // Without quasi-identifiers a line begins with nothing before the comma.
    lines += `${combinations.columns === 0 ? line.slice(1) : line}\r\n`
    rows += 1
    if (lines.length < BATCH_CHARACTERS) continue
    yield { text: lines, rows }
    ;[lines, rows] = ['', 0]
    const waiting = breathe()
    if (waiting) await waiting
  }
  if (rows > 0) yield { text: lines, rows }
}
