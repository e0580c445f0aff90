import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findOffice } from '@/lib/data/offices'
import { countPosterReports, findPoster, listPosters, type Poster } from '@/lib/data/posters'
import { within } from '@/lib/data/within'

/** A poster with the reports it brought: a number in steps of five, null for fewer than five. */
export type CountedPoster = Poster & { readonly reports: number | null }

/** The posters of the office. */
export async function readPosters(grant: Grant<'poster.make'>): Promise<readonly CountedPoster[]> {
  return within(grant, async (on) => {
    const reports = await countPosterReports(on)
    return (await listPosters(on)).map((poster) => ({ ...poster, reports: reports.get(poster.id) ?? null }))
  })
}

/** One poster with the name of its office, to print; null when the office has none of this id. */
export async function readPoster(
  grant: Grant<'poster.make'>,
  id: string,
): Promise<{ readonly poster: Poster; readonly office: string } | null> {
  return within(grant, async (on) => {
    const poster = await findPoster(on, id)
    const office = await findOffice(on, grant.actor.officeId)
    return poster && { poster, office: office?.name ?? '' }
  })
}
