import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { sealForToken, unsealForToken } from '@/lib/sealing/token-seal'
import { findCaseSeal } from './case-keys'
import { findDraft } from './drafts'
import { findOwnCase, lockOwnCase } from './own-case'
import type { Scoped } from './within'

/** Who adds files: the holder of a draft's token, or the worker of a case. */
export type FileHolder =
  | { readonly kind: 'draft'; readonly grant: Grant<DraftFilePermission>; readonly token: string }
  | { readonly kind: 'case'; readonly grant: Grant<'own_case.write'> }

export type DraftFilePermission = 'report.draft' | 'case.file_for_worker'
export type FilePermission = DraftFilePermission | 'own_case.write'

/** Seals what is said of a file: under the token of its draft, or under the key of its case. */
export type RowSeal = {
  readonly seal: (column: string, row: string, plain: string) => Uint8Array<ArrayBuffer>
  readonly unseal: (column: string, row: string, sealed: Uint8Array) => string
}

/** What a file belongs to; exactly one of the two ids is set. */
export type FileOwner = {
  readonly draftId: string | null
  readonly caseId: string | null
  /** Of the case. */
  readonly officeId: string | null
  readonly rowSeal: RowSeal
}

/** What the holder's files belong to; null when the draft is gone or sent, or the case erased. */
export async function findFileOwner(
  on: Scoped<FilePermission>,
  holder: FileHolder,
  options: { lock: boolean; now: Date },
): Promise<FileOwner | null> {
  if (holder.kind === 'draft') {
    const draft = await findDraft(on as Scoped<DraftFilePermission>, holder.token, options)
    if (!draft || draft.receipt !== null || draft.kind === 'held_form') return null
    return { draftId: draft.id, caseId: null, officeId: null, rowSeal: tokenRowSeal(holder.token) }
  }
  const scoped = on as Scoped<'own_case.write'>
  const own = options.lock ? await lockOwnCase(scoped) : await findOwnCase(scoped)
  const caseSeal = own && (await findCaseSeal(on, own.id))
  return own && caseSeal && { draftId: null, caseId: own.id, officeId: own.office.id, rowSeal: caseSeal }
}

/** Seals under the token of a draft. */
export function tokenRowSeal(token: string): RowSeal {
  return {
    seal: (column, row, plain) => sealForToken(token, column, row, plain),
    unseal: (column, row, sealed) => unsealForToken(token, column, row, sealed),
  }
}
