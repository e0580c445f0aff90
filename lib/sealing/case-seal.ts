import 'server-only'
import { randomBytes } from 'node:crypto'
import { unwrapKey, wrapKey, type Wrapped } from './key-wrap'
import { seal, unseal } from './seal'

/** Seals and opens the words of one case, under the key of that case alone. Columns are named 'table.column'. */
export type CaseSeal = {
  readonly caseId: string
  readonly seal: (column: string, row: string, plain: string) => Uint8Array<ArrayBuffer>
  readonly unseal: (column: string, row: string, sealed: Uint8Array) => string
}

/** A new random key for a new case, or for the title of a group, ready to seal with and wrapped for storing. */
export function newCaseSeal(caseId: string): { caseSeal: CaseSeal; wrapped: Wrapped } {
  const key = randomBytes(32)
  return { caseSeal: sealOf(caseId, key), wrapped: wrapKey('case', caseId, key) }
}

/** Unwraps the stored key of a case. Throws SealBroken when it is another case's key or no known master key wrapped it. */
export function caseSealFrom(caseId: string, wrappedKey: Uint8Array): CaseSeal {
  return sealOf(caseId, unwrapKey('case', caseId, wrappedKey))
}

function sealOf(caseId: string, key: Uint8Array): CaseSeal {
  return {
    caseId,
    seal: (column, row, plain) => seal(key, { owner: caseId, column, row }, plain),
    unseal: (column, row, sealed) => unseal(key, { owner: caseId, column, row }, sealed),
  }
}
