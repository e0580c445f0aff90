import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { retirePoster as retire } from '@/lib/data/posters'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** Takes a poster of the office down: its code leads to the first page from now on. Twice is once. */
export async function retirePoster(grant: Grant<'poster.make'>, id: string): Promise<void> {
  await within(grant, async (on) => {
    if (await retire(on, id, now()))
      await appendAudit(on, grant.actor.officeId, 'poster.retire', { detail: { poster: id } })
  })
}
