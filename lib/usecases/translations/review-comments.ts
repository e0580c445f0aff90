import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listComments, markComment as mark, type TranslationComment } from '@/lib/data/translation-comments'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** What readers wrote, the open ones first. */
export function readComments(grant: Grant<'translation.review'>): Promise<readonly TranslationComment[]> {
  return within(grant, listComments)
}

/** Marks a comment as done or as open again; nothing happens when it is gone. */
export async function markComment(grant: Grant<'translation.review'>, id: string, isDone: boolean): Promise<void> {
  await within(grant, (on) => mark(on, id, isDone ? now() : null))
}
