import 'server-only'
import type { FileHolder } from '@/lib/data/file-owner'
import { isToken } from '@/lib/platform/token'
import { readCookie } from './cookies'
import { draftGrant, findWorkerGrant } from './door'

/** Who may add files to what, in this browser; null when it has no draft, or no open case. */
export async function findFileHolder(parent: 'draft' | 'case'): Promise<FileHolder | null> {
  if (parent === 'case') {
    const grant = await findWorkerGrant('own_case.write')
    return grant && { kind: 'case', grant }
  }
  const token = await readCookie('draft')
  return isToken(token) ? { kind: 'draft', grant: draftGrant(token), token } : null
}

/** Everybody that this browser can be for a file: for requests that name only the file. */
export async function findFileHolders(): Promise<readonly FileHolder[]> {
  const found = [await findFileHolder('draft'), await findFileHolder('case')]
  return found.filter((holder) => holder !== null)
}
