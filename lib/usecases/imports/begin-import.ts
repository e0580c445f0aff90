import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findOfficeMapping } from '@/lib/data/import-mappings'
import { findImport, insertImport, updateImport } from '@/lib/data/report-imports'
import { within } from '@/lib/data/within'
import { guessColumns, type ImportMapping } from '@/lib/domain/imports/import-mapping'
import { ok, type Result } from '@/lib/domain/result'
import { readTables } from '@/lib/files/tables/read-table'
import type { TableError } from '@/lib/files/tables/table'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readStoredMapping } from '@/lib/schemas/imports/import-forms'
import { appendAudit } from '@/lib/data/audit'

/**
 * Takes in a file of reports and proposes how its columns are read: as the office read the same headings the last time, otherwise by
 * the words of the headings (`aliases`: comparable word to field). Of a workbook each sheet with rows is an import of its own, and
 * each knows the others. Nothing becomes a case yet. Returns the id of the import of the first.
 */
export async function beginImport(
  grant: Grant<'case.import'>,
  file: { readonly name: string; readonly bytes: Buffer },
  proposal: { readonly aliases: Readonly<Record<string, string>>; readonly language: string },
): Promise<Result<string, TableError>> {
  const read = await readTables(file.bytes)
  if (!read.ok) return read
  const at = now()
  const tables = read.value.map((table) => ({ ...table, id: newId() }))
  const sheets = tables.length > 1 ? tables.map(({ id, sheet }) => ({ id, name: sheet ?? '' })) : []
  return within(grant, async (on) => {
    for (const { id, sheet, ...table } of tables) {
      const { headings, rows, format } = table
      await insertImport(on, { ...file, ...table, id, sheet: tables[0]?.id === id ? null : sheet, sheets }, at)
      const before = readStoredMapping(await findOfficeMapping(on, headings))
      const mapping: ImportMapping = before ?? {
        columns: guessColumns(headings, proposal.aliases),
        meanings: {},
        channel: 'ngo',
        language: proposal.language,
        consentMethod: 'told_to_officer',
        currency: '',
      }
      const one = await findImport(on, id, { lock: true })
      if (one) await updateImport(on, one, { mapping: { mapping, known: {} } }, at)
      const detail = { importId: id, rows: rows.length, format }
      await appendAudit(on, grant.actor.officeId, 'import.begun', { detail })
    }
    return ok(tables[0]?.id ?? '')
  })
}
