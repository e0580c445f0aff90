import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { markOwnRead } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/**
 * Marks one own notice as read, or all that were there when the page was made: what came since was not seen. Twice is once. It
 * leaves no event in the audit chain: it changes nothing for anybody else.
 */
export function markRead(
  grant: Grant<'notice.own'>,
  which: { readonly id: string } | { readonly until: Date },
): Promise<void> {
  return within(grant, (on) => markOwnRead(on, which, now()))
}
