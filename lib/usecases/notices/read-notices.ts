import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { countOwnUnread, listOwnNotices, type NoticeCursor, type NoticePage } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'

/** One page of the own notices, and how many are unread in all. */
export function readNotices(
  grant: Grant<'notice.own'>,
  after: NoticeCursor | null,
  size: number,
): Promise<NoticePage & { readonly unread: number }> {
  return within(grant, async (on) => ({ ...(await listOwnNotices(on, after, size)), unread: await countOwnUnread(on) }))
}
