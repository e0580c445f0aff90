import 'server-only'
import type { ReportImport } from '@/lib/data/report-imports'
import type { KnownWords } from '@/lib/domain/imports/cell-words'
import type { ImportMapping } from '@/lib/domain/imports/import-mapping'
import { readStoredMapping } from '@/lib/schemas/imports/import-forms'

/** How the rows of an import are read: the columns, and the words for the codes as they were when they were checked. */
export type ImportWords = { readonly mapping: ImportMapping; readonly known: KnownWords }

/** Out of what is stored with an import; null when it is gone or of another form. */
export function readImportWords({ mapping: stored }: Pick<ReportImport, 'mapping'>): ImportWords | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { mapping, known } = stored as { mapping?: unknown; known?: unknown }
  const read = readStoredMapping(mapping)
  return read === null ? null : { mapping: read, known: (known ?? {}) as KnownWords }
}
