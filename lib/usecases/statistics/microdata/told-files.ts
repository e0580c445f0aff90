import 'server-only'
import { columnsBy, type MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import type { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { questionsOfColumns } from '@/lib/domain/statistics/microdata/column-subjects'
import type { EarlierFile } from '@/lib/domain/statistics/microdata/earlier-files'
import { guardedFile, readFileFacts } from '@/lib/domain/statistics/microdata/file-columns'
import { laddersOf } from '@/lib/domain/statistics/microdata/recode'
import { monthsOf } from '@/lib/domain/statistics/organisations/quarters'
import type { TableTold } from '@/lib/domain/statistics/disclosure/witness/table-told'
import type { Witnesses } from '@/lib/domain/statistics/disclosure/witness/witnesses'
import { windowTold } from '@/lib/domain/statistics/microdata/window-told'
import { breather } from '../breathe'
import type { ToldLog } from '../told-log'

/** Keys of files among questions begin so. */
const FILE = 'file '

/** A file that may be in somebody's hands, by its number. */
export type ToldFileOf = { readonly id: string }

/**
 * The witnesses of a log after a reading of the reports, of all offices or one, knowing the files in somebody's hands; `questions`: what is
 * asked besides what was told.
 */
export async function tellFiles(
  { before, witnesses }: ToldLog,
  store: ColumnStore,
  office: string | null,
  files: readonly (EarlierFile & ToldFileOf)[],
  questions: readonly Pick<TableTold, 'query' | 'measure'>[],
): Promise<Witnesses> {
  const columnsOf = ({ quasi, others }: EarlierFile) => [...quasi, ...others] as MicrodataColumn[]
  const told = [...before.releases()].map(({ release }) => release)
  const ofFiles = files.flatMap((file) => questionsOfColumns(columnsOf(file)))
  await witnesses.refresh(store, office, [...told, ...ofFiles, ...questions], breather())
  const ids = files.map(({ id }) => id)
  witnesses.keepFiles(ids)
  for (const { key } of before.releases())
    if (key.startsWith(FILE) && !ids.includes(key.slice(FILE.length))) before.remove(key)
  for (const file of files) {
    if (witnesses.hasFile(file.id)) continue
    const columns = columnsBy(columnsOf(file))
    const months = [monthsOf(file.fromQuarter)[0], monthsOf(file.toQuarter)[1]] as const
    const facts = await readFileFacts(store, columns, months, breather())
    const ladders = laddersOf({ columns, months, offices: store.offices.slice(1) })
    const ofWindow = windowTold(file, months)
    if (ofWindow !== null) before.add(FILE + file.id, ofWindow, 0)
    witnesses.tellFile(file.id, guardedFile(facts, ladders, file.levels, file).file)
  }
  return witnesses
}
