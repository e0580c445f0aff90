import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertPoster } from '@/lib/data/posters'
import { within } from '@/lib/data/within'
import { POSTER_CODE_BYTES, posterCodeFrom } from '@/lib/domain/posters/poster-code'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import type { MakePosterInput } from '@/lib/schemas/posters/make-poster'

/** Makes a poster of the actor's office with a code of its own and returns its id. */
export async function makePoster(grant: Grant<'poster.make'>, input: MakePosterInput): Promise<string> {
  const id = newId()
  const code = posterCodeFrom(randomBytes(POSTER_CODE_BYTES))
  await within(grant, async (on) => {
    await insertPoster(on, { id, code, ...input, createdAt: now() })
    await appendAudit(on, grant.actor.officeId, 'poster.make', { detail: { poster: id } })
  })
  return id
}
