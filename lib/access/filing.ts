import 'server-only'
import { hashToken } from '@/lib/platform/token'
import { findGrant } from './door'
import type { Grant } from './grant'

/** The pass of the signed-in officer for the one draft of this token; null when the session has ended or the role may not. */
export function findFilingGrant(token: string): Promise<Grant<'case.file_for_worker'> | null> {
  return findGrant('case.file_for_worker', hashToken(token))
}
