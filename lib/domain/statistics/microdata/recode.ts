import type { Witnesses } from '@/lib/domain/statistics/disclosure/witness/witnesses'
import { classesAt, classSizes, leavingOut, valuesOfClasses, type Classes, type Protection } from './classes'
import { DIVERSE_COLUMN, type MicrodataColumn } from './columns'
import { combinationsOf, type Combinations } from './combinations'
import type { AgainstEarlier } from './earlier-files'
import { guardedFile, type FileFacts, type ToldClasses } from './file-columns'
import { ladderOf } from './ladders'
import { codedLadder, type CodedLadder } from './recoding'
import type { RecordColumns, Records } from './records'
import { searchLevels, type Breathe } from './search'

/** What a file is made of; `mostLeftOut`: a share. `offices`: all codes there are. */
export type FileOf = {
  readonly columns: RecordColumns
  readonly months: readonly [first: number, last: number]
  readonly offices: readonly string[]
  readonly protection: Protection
  readonly bound: Exclude<AgainstEarlier, { readonly kind: 'refused' }>
}

/** Records as they are told; `held`: the columns that are held back of each class. */
export type RecodedRecords = {
  readonly ladders: readonly CodedLadder[]
  readonly combinations: Combinations
  readonly classes: Classes
  readonly told: ToldClasses
  readonly held: readonly (readonly MicrodataColumn[])[]
}

/** Everything that leads to the values of a column. */
export function laddersOf({ columns, months, offices }: Pick<FileOf, 'columns' | 'months' | 'offices'>): CodedLadder[] {
  return columns.quasi.map((column) => codedLadder(ladderOf(column, { months, offices })))
}

/**
 * Recodes records so that every combination is that of k, then holds back what would settle a number of few beside all that `guard` knows
 * as told; null when that leaves out more than may be.
 */
export async function recodeRecords(
  records: Records,
  of: FileOf,
  guard: { readonly facts: FileFacts; readonly witnesses: Witnesses } | null,
  breathe: Breathe,
): Promise<RecodedRecords | null> {
  const { columns, bound } = of
  const ladders = laddersOf(of)
  const diverse = records.sensitive[columns.sensitive.indexOf(DIVERSE_COLUMN)]?.numbers ?? null
  const protection = { ...of.protection, l: diverse ? of.protection.l : 1 }
  const most = protection.mostLeftOut * records.size
  const combinations = combinationsOf(
    { size: records.size, quasi: records.quasi, diverse: diverse && Int32Array.from(diverse) },
    ladders.map(({ widths }) => widths[0] ?? 1),
    protection.l,
  )
  const first =
    bound.kind === 'same'
      ? classesAt(combinations, ladders, bound.levels, protection, bound.isRefused)
      : await searchLevels(combinations, ladders, protection, breathe)
  if (first === null) return null
  const values = valuesOfClasses(combinations, ladders, first)
  let told: ToldClasses = { classes: classSizes(combinations, ladders, first), held: {} }
  if (guard !== null) {
    const { file, told: left } = guardedFile(guard.facts, ladders, first.levels, told)
    for (const _ of guard.witnesses.guardFile(file)) {
      const waiting = breathe()
      if (waiting) await waiting
    }
    told = left()
  }
  const isLeftOut = (place: number) => (told.classes[values[place] ?? ''] ?? 0) < 0
  const classes = leavingOut(first, isLeftOut, columns.quasi.length)
  if (classes.leftOut > most || classes.leftOut === records.size) return null
  return { ladders, combinations, classes, told, held: values.map((one) => told.held[one] ?? []) }
}
