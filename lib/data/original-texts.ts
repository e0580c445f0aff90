import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

const FIELDS = 'original_text.sealed_fields'

/** What was typed in Zawgyi, by place: of the report (`messageId` null) or the `text` of one message. */
export type OriginalText = { readonly messageId: string | null; readonly fields: Readonly<Record<string, string>> }

/** The row that keeps what was typed; none when nothing was converted. */
export function originalTextRows(
  caseSeal: CaseSeal,
  { messageId, fields }: OriginalText,
  createdAt: Date,
): { id: string; caseId: string; messageId: string | null; sealedFields: Uint8Array<ArrayBuffer>; createdAt: Date }[] {
  if (Object.keys(fields).length === 0) return []
  const id = newId()
  const sealedFields = caseSeal.seal(FIELDS, id, JSON.stringify(fields))
  return [{ id, caseId: caseSeal.caseId, messageId, sealedFields, createdAt }]
}

/** Everything of a case that was typed in Zawgyi, as it was typed. */
export async function listOriginalTexts(on: Scoped<'case.read'>, caseSeal: CaseSeal): Promise<OriginalText[]> {
  const rows = await on.db.originalText.findMany({ where: { caseId: caseSeal.caseId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ id, messageId, sealedFields }) => ({
    messageId,
    fields: JSON.parse(caseSeal.unseal(FIELDS, id, sealedFields)) as Record<string, string>,
  }))
}
