import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findOfficeMapping } from '@/lib/data/import-mappings'
import { findImport, insertImport, updateImport } from '@/lib/data/report-imports'
import { within } from '@/lib/data/within'
import { guessColumns, type ImportMapping } from '@/lib/domain/imports/import-mapping'
import { ok, type Result } from '@/lib/domain/result'
import { readTable } from '@/lib/files/tables/read-table'
import type { TableError } from '@/lib/files/tables/table'
import { now } from '@/lib/platform/clock'
import { readStoredMapping } from '@/lib/schemas/imports/import-forms'
import { appendAudit } from '@/lib/data/audit'

/**
 * Takes in a file of reports and proposes how its columns are read: as the office read the same headings the last time, otherwise by
 * the words of the headings (`aliases`: comparable word to field). Nothing becomes a case yet. Returns the import's id.
 */
export async function beginImport(
  grant: Grant<'case.import'>,
  file: { readonly name: string; readonly bytes: Buffer },
  proposal: { readonly aliases: Readonly<Record<string, string>>; readonly language: string },
): Promise<Result<string, TableError>> {
  const table = await readTable(file.bytes)
  if (!table.ok) return table
  const at = now()
  const { headings, rows, format, encoding } = table.value
  return within(grant, async (on) => {
    const id = await insertImport(on, { ...file, headings, rows, format, encoding }, at)
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
    await appendAudit(on, grant.actor.officeId, 'import.begun', { detail: { importId: id, rows: rows.length, format } })
    return ok(id)
  })
}
