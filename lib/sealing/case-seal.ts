import 'server-only'
import { randomBytes } from 'node:crypto'
import { keyFor, masterKeyId } from './master-key'
import { seal, unseal, unsealBytes } from './seal'

/** Seals and opens the words of one case, under the key of that case alone. Columns are named 'table.column'. */
export type CaseSeal = {
  readonly caseId: string
  readonly seal: (column: string, row: string, plain: string) => Uint8Array<ArrayBuffer>
  readonly unseal: (column: string, row: string, sealed: Uint8Array) => string
}

/** The key of a case as it is stored: wrapped by the master key named by `masterKeyId`. */
export type WrappedCaseKey = { readonly wrappedKey: Uint8Array<ArrayBuffer>; readonly masterKeyId: string }

/** A new random key for a new case, ready to seal with and wrapped for storing. */
export function newCaseSeal(caseId: string): { caseSeal: CaseSeal; wrapped: WrappedCaseKey } {
  const key = randomBytes(32)
  const wrappedKey = seal(keyFor('case-key-wrapping'), keyPlace(caseId), key)
  return { caseSeal: sealOf(caseId, key), wrapped: { wrappedKey, masterKeyId: masterKeyId() } }
}

/** Unwraps the stored key of a case. Throws SealBroken when it is another case's key or the master key is not the one it was wrapped with. */
export function caseSealFrom(caseId: string, wrappedKey: Uint8Array): CaseSeal {
  return sealOf(caseId, unsealBytes(keyFor('case-key-wrapping'), keyPlace(caseId), wrappedKey))
}

function keyPlace(caseId: string) {
  return { owner: caseId, column: 'case_key.wrapped_key', row: caseId }
}

function sealOf(caseId: string, key: Uint8Array): CaseSeal {
  return {
    caseId,
    seal: (column, row, plain) => seal(key, { owner: caseId, column, row }, plain),
    unseal: (column, row, sealed) => unseal(key, { owner: caseId, column, row }, sealed),
  }
}
