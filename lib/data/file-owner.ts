import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { isResting } from '@/lib/domain/report/resting'
import { sealForToken, unsealForToken } from '@/lib/sealing/token-seal'
import { findCaseSeal } from './case-keys'
import { findDraft } from './drafts'
import { findOwnCase, lockOwnCase } from './own-case'
import { keepAwake } from './resting-drafts'
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
  /** Whether nobody looked at the draft for a while: nothing is listed, named or taken away then (docs/adr/025). */
  readonly isResting: boolean
}

/**
 * What the holder's files belong to; null when the draft is gone or sent, or the case erased. `isSignOfLife`: a piece that
 * arrives keeps a draft awake that does not rest.
 */
export async function findFileOwner(
  on: Scoped<FilePermission>,
  holder: FileHolder,
  options: { lock: boolean; now: Date; isSignOfLife?: boolean },
): Promise<FileOwner | null> {
  if (holder.kind === 'draft') {
    const scoped = on as Scoped<DraftFilePermission>
    const draft = await findDraft(scoped, holder.token, options)
    if (!draft || draft.receipt !== null || draft.kind === 'held_form') return null
    if (options.isSignOfLife) await keepAwake(scoped, draft, options.now)
    const mayRest = draft.kind === 'report' && isResting(draft.lastSeenAt, options.now)
    return {
      draftId: draft.id,
      caseId: null,
      officeId: null,
      rowSeal: tokenRowSeal(holder.token),
      isResting: mayRest,
    }
  }
  const scoped = on as Scoped<'own_case.write'>
  const own = options.lock ? await lockOwnCase(scoped) : await findOwnCase(scoped)
  const caseSeal = own && (await findCaseSeal(on, own.id))
  return (
    own && caseSeal && { draftId: null, caseId: own.id, officeId: own.office.id, rowSeal: caseSeal, isResting: false }
  )
}

/** Seals under the token of a draft. */
export function tokenRowSeal(token: string): RowSeal {
  return {
    seal: (column, row, plain) => sealForToken(token, column, row, plain),
    unseal: (column, row, sealed) => unsealForToken(token, column, row, sealed),
  }
}
