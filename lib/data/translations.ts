import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** Whose words are translated: what was said about the case, or one message. */
export const TRANSLATED_KINDS = ['statement', 'message'] as const
export type TranslatedKind = (typeof TRANSLATED_KINDS)[number]

/** One version of a translation, opened; who made it by id. */
export type StoredTranslation = {
  readonly kind: TranslatedKind
  readonly subjectId: string
  readonly version: number
  readonly language: string
  readonly text: string
  readonly translatedById: string
  readonly translatedAt: Date
}

const TEXT = 'text_translation.sealed_text'

/** Every version of every translation of a case, the first ones first. Only the office sees any. */
export async function listTranslations(
  on: Scoped<'case.read' | 'case.translate' | 'own_case.read'>,
  caseId: string,
  open: (column: string, row: string, sealed: Uint8Array) => string,
): Promise<StoredTranslation[]> {
  const rows = await on.db.textTranslation.findMany({ where: { caseId }, orderBy: [{ version: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    kind: row.kind as TranslatedKind,
    subjectId: row.subjectId,
    version: row.version,
    language: row.language,
    text: open(TEXT, row.id, row.sealedText),
    translatedById: row.translatedById,
    translatedAt: row.translatedAt,
  }))
}

/** The words that a translation is of; null when the case has none of this id. */
export async function findOriginal(
  on: Scoped<'case.translate'>,
  caseSeal: CaseSeal,
  kind: TranslatedKind,
  id: string,
): Promise<{
  readonly language: string
  readonly text: string
  readonly at: Date
  readonly isWorkers: boolean
} | null> {
  const where = { id, caseId: caseSeal.caseId }
  if (kind === 'statement') {
    const row = await on.db.statement.findFirst({ where })
    return (
      row && {
        language: row.language,
        text: caseSeal.unseal('statement.sealed_text', id, row.sealedText),
        at: row.createdAt,
        isWorkers: row.authorKind === 'worker',
      }
    )
  }
  const row = await on.db.message.findFirst({ where })
  return (
    row && {
      language: row.language,
      text: caseSeal.unseal('message.sealed_body', id, row.sealedBody),
      at: row.sentAt,
      isWorkers: row.direction === 'from_worker',
    }
  )
}

/** The last version of one translation; 0 when there is none. The case is held, so that nobody adds one meanwhile. */
export async function lastTranslationVersion(on: Scoped<'case.translate'>, subjectId: string): Promise<number> {
  const { _max } = await on.db.textTranslation.aggregate({ where: { subjectId }, _max: { version: true } })
  return _max.version ?? 0
}

/** Whether the form of this id made a translation before. */
export async function isTranslationStored(on: Scoped<'case.translate'>, requestId: string): Promise<boolean> {
  return (await on.db.textTranslation.count({ where: { requestId } })) > 0
}

/** Adds the next version, sealed, in the name of the grant. */
export async function insertTranslation(
  on: Scoped<'case.translate'>,
  caseSeal: CaseSeal,
  made: Omit<StoredTranslation, 'translatedById'> & { readonly requestId: string },
): Promise<void> {
  const { text, ...columns } = made
  const id = newId()
  await on.db.textTranslation.create({
    data: {
      ...columns,
      id,
      caseId: caseSeal.caseId,
      sealedText: new Uint8Array(caseSeal.seal(TEXT, id, text)),
      translatedById: on.grant.actor.id,
    },
    select: { id: true },
  })
}
