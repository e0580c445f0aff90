import 'server-only'
import type { FileHolder } from '@/lib/data/file-owner'
import { within } from '@/lib/data/within'
import { useWorkerSession } from '@/lib/data/worker-sessions'
import { now } from '@/lib/platform/clock'
import { isToken } from '@/lib/platform/token'
import { readCookie } from './cookies'
import { doorGrant, draftGrant, findWorkerGrant } from './door'
import { readFilePass } from './file-pass'
import { grantOpen } from './grant'

/** Who may add files to what, in this browser; null when it has no draft, or no open case. */
export async function findFileHolder(parent: 'draft' | 'case'): Promise<FileHolder | null> {
  if (parent === 'case') {
    const grant = await findWorkerGrant('own_case.write')
    return grant && { kind: 'case', grant }
  }
  return draftHolder(await readCookie('draft'))
}

/** Who sends one file, by the pass of the file and by nothing else: cookies are not looked at. */
export async function findFileHolderByPass(request: Request, file: string): Promise<FileHolder | null> {
  const pass = readFilePass(request.headers, file, now())
  if (pass === null) return null
  if (pass.parent === 'draft') return draftHolder(pass.token)
  const caseId = await within(doorGrant(), (on) => useWorkerSession(on, pass.token, now()))
  return caseId === null ? null : { kind: 'case', grant: grantOpen({ kind: 'worker', caseId }, 'own_case.write') }
}

function draftHolder(token: string | undefined): FileHolder | null {
  return isToken(token) ? { kind: 'draft', grant: draftGrant(token), token } : null
}
