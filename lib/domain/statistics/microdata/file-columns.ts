import { BLOCK_ROWS } from '@/lib/domain/statistics/columns/block'
import type { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { attributeOf } from '@/lib/domain/statistics/disclosure/witness/attributes'
import {
  classKey,
  ToldFile,
  type FileClass,
  type FileColumn,
} from '@/lib/domain/statistics/disclosure/witness/told-file'
import { attributeOfColumn } from './column-subjects'
import type { MicrodataColumn, QuasiColumn } from './columns'
import type { CodedLadder, Levels } from './recoding'
import { amountReader, quasiReader, sensitiveReader, type Reader, type RecordColumns } from './records'
import type { Breathe } from './search'

/**
 * What is told of records that read alike: `classes` by their values as in the file, joined by `|`, with their size, below zero where they
 * are left out; `held`: columns that are held back of them.
 */
export type ToldClasses = {
  readonly classes: Readonly<Record<string, number>>
  readonly held: Readonly<Record<string, readonly MicrodataColumn[]>>
}

/** What the columns of a file are of every report, by its place: a copy, the index may be written meanwhile. */
export type FileFacts = {
  readonly isIn: Uint8Array
  readonly leaves: readonly FileColumn[]
  readonly told: readonly (FileColumn & { readonly columns: readonly MicrodataColumn[] })[]
}

/** A file that witnesses can look at, and what they leave of it. */
export type GuardedFile = { readonly file: ToldFile; readonly told: () => ToldClasses }

/** Reads what the columns of a file of these months (year × 12 + month − 1) are of every report. */
export async function readFileFacts(
  store: ColumnStore,
  columns: RecordColumns,
  [first, last]: readonly [number, number],
  breathe: Breathe,
): Promise<FileFacts> {
  const empty = () => new Int32Array(store.blocks.length * BLOCK_ROWS).fill(-1)
  const leaves = columns.quasi.map((column: QuasiColumn) => ({
    attribute: attributeOfColumn(column),
    at: empty(),
    read: quasiReader(column, first),
  }))
  const told = toldAttributes(columns).map((one) => ({ ...one, at: empty(), numbers: new Map<string, number>() }))
  const isIn = new Uint8Array(store.blocks.length * BLOCK_ROWS)
  for (const [at, block] of store.blocks.entries()) {
    const waiting = breathe()
    if (waiting) await waiting
    for (let row = 0; row < block.used; row++) {
      if (block.live[row] === 0) continue
      const [place, month] = [at * BLOCK_ROWS + row, block.month[row] as number]
      isIn[place] = Number(month >= first && month <= last)
      for (const leaf of leaves) leaf.at[place] = leaf.read(block, row)
      for (const { readers, numbers, at: into } of told) {
        const text = readers.map((read) => read(block, row)).join()
        const number = numbers.get(text) ?? numbers.size
        numbers.set(text, number)
        into[place] = number
      }
    }
  }
  return { isIn, leaves, told }
}

/** A file recoded so, with its classes. */
export function guardedFile(
  { isIn, leaves, told }: FileFacts,
  ladders: readonly CodedLadder[],
  levels: Levels,
  { classes, held }: ToldClasses,
): GuardedFile {
  const codes = ladders.map((ladder, column) => ladder.codes[levels[column] ?? 0] ?? new Uint16Array())
  const widths = ladders.map((ladder, column) => ladder.widths[levels[column] ?? 0] ?? 1)
  const recoded = leaves.map(({ attribute, at }, column) => ({
    attribute,
    at: at.map((leaf) => codes[column]?.[leaf] ?? -1),
  }))
  const bitsOf = (of: readonly MicrodataColumn[]) =>
    told.reduce((bits, { columns }, place) => (columns.some((one) => of.includes(one)) ? bits | (1 << place) : bits), 0)
  const byValues = Object.entries(classes).map(([values, size]): readonly [string, FileClass] => [
    values,
    { size: Math.abs(size), held: bitsOf(held[values] ?? []), isLeftOut: size < 0 },
  ])
  const byKey = new Map(byValues.map(([values, one]) => [keyOf(values, ladders, levels, widths), one]))
  return {
    file: new ToldFile({ month: attributeOf('received_month'), isIn, recoded, widths, told }, byKey),
    told: () => ({
      classes: Object.fromEntries(byValues.map(([values, one]) => [values, one.isLeftOut ? -one.size : one.size])),
      held: Object.fromEntries(
        byValues.flatMap(([values, one]) => {
          const columns = told.flatMap((attribute, place) => ((one.held >>> place) & 1 ? attribute.columns : []))
          return one.isLeftOut || columns.length === 0 ? [] : [[values, columns]]
        }),
      ),
    }),
  }
}

/** What is told besides what records are recoded by, put together by what it is of. */
function toldAttributes({ sensitive, amounts }: RecordColumns): {
  attribute: number
  columns: MicrodataColumn[]
  readers: Reader[]
}[] {
  const all = [
    ...sensitive.map((column) => ({ column, read: sensitiveReader(column).read })),
    ...amounts.map((column) => ({ column, read: amountReader(column) })),
  ]
  return [...Map.groupBy(all, ({ column }) => attributeOfColumn(column))].map(([attribute, of]) => ({
    attribute,
    columns: of.map(({ column }) => column),
    readers: of.map(({ read }) => read),
  }))
}

function keyOf(values: string, ladders: readonly CodedLadder[], levels: Levels, widths: readonly number[]): number {
  const words = values.split('|')
  const codes = ladders.map(({ ladder }, column) =>
    [...new Set(ladder.levels[levels[column] ?? 0])].indexOf(words[column] ?? ''),
  )
  // Of a value that is no more nobody is.
  return codes.includes(-1) ? -1 : classKey(widths, codes)
}
