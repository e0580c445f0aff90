import 'server-only'
import { headers } from 'next/headers'
import { log } from '@/lib/platform/logger'
import { countRefusal } from '@/lib/platform/refusal-counts'
import type { StaffActor } from './grant'
import type { StaffPermission } from './policy'

/**
 * Writes down that somebody of the staff asked for what the role may not: which right, which role, which route by its template
 * (lib/web-server/main.ts names it). Who it was, and what was asked for, is not written down. Workers have no roles: nothing is of them.
 */
export async function noteRefusal({ role }: StaffActor, permission: StaffPermission): Promise<void> {
  const route = (await headers()).get('x-route') ?? 'none'
  log('warn', { event: 'access_refused', permission, role, route })
  countRefusal({ what: 'access', permission, role })
}
