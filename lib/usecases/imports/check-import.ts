import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { saveOfficeMapping } from '@/lib/data/import-mappings'
import { listRows, updateRowProblems } from '@/lib/data/report-import-rows'
import { findImport, updateImport } from '@/lib/data/report-imports'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { comparable, type KnownWords } from '@/lib/domain/imports/cell-words'
import { claimedTwice, type ImportMapping } from '@/lib/domain/imports/import-mapping'
import type { RowProblem } from '@/lib/domain/imports/import-states'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { readRow } from '@/lib/schemas/imports/row-answers'

export type CheckRefusal = { readonly code: 'import_gone' | 'import_changed' | 'column_twice' | 'nothing_mapped' }

/** So many rows are opened at a time. */
const BATCH = 1_000

/**
 * Keeps how the columns are read and looks through every row with it; what is wrong is kept with the row. `known`: our words for the
 * codes, kept along, so that what runs later reads each word as it was checked. May be done again until the import runs.
 */
export async function checkImport(
  grant: Grant<'case.import'>,
  id: string,
  input: { readonly version: number; readonly mapping: ImportMapping; readonly known: KnownWords },
): Promise<Result<{ readonly wrong: number }, CheckRefusal>> {
  const at = now()
  const mapping = { ...input.mapping, meanings: comparableMeanings(input.mapping) }
  if (claimedTwice(mapping.columns).length > 0) return err({ code: 'column_twice' })
  if (mapping.columns.every((key) => key === '')) return err({ code: 'nothing_mapped' })
  const seen = await within(grant, (on) => findImport(on, id))
  if (!seen?.importSeal) return err({ code: 'import_gone' })
  const { importSeal } = seen
  // Row by row outside of the transaction that keeps the outcome: the cells never change, and its version says if anything else did.
  const wrong = new Map<number, readonly RowProblem[]>()
  for (let after = 0; ;) {
    const page = { after, most: BATCH, states: ['waiting', 'wrong'] as const }
    const rows = await within(grant, (on) => listRows(on, id, importSeal, page))
    for (const { number, cells } of rows) {
      const { problems } = readRow(cells, mapping, input.known, dayInJapan(at))
      if (problems.length > 0) wrong.set(number, problems)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) break
    after = last.number
  }
  return within(grant, async (on) => {
    const one = await findImport(on, id, { lock: true })
    if (!one?.importSeal || !one.file) return err({ code: 'import_gone' })
    if (one.version !== input.version || !['mapping', 'checked'].includes(one.state))
      return err({ code: 'import_changed' })
    await updateRowProblems(on, id, wrong)
    const checked = { state: 'checked', mapping: { mapping, known: input.known }, wrongCount: wrong.size } as const
    await updateImport(on, one, checked, at)
    await saveOfficeMapping(on, one.file.headings, mapping, at)
    return ok({ wrong: wrong.size })
  })
}

function comparableMeanings({ meanings }: ImportMapping): ImportMapping['meanings'] {
  return Object.fromEntries(
    Object.entries(meanings).map(([field, words]) => [
      field,
      Object.fromEntries(Object.entries(words).map(([word, code]) => [comparable(word), code])),
    ]),
  )
}
