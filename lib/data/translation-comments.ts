import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** Comments are deleted after this many days (data/sweep.ts). */
export const COMMENT_DAYS = 180

/** What a reader wrote about the words of a page. Untrusted text: shown as text, and to staff only. */
export type TranslationComment = {
  readonly id: string
  readonly locale: string
  readonly page: string
  readonly wrong: string
  readonly better: string | null
  readonly createdAt: Date
  readonly doneAt: Date | null
}

type Written = Pick<TranslationComment, 'locale' | 'page' | 'wrong' | 'better'>

/** Keeps a comment. Nobody but staff reads it again, not even who wrote it. */
export async function insertComment(on: Scoped<'translation.comment'>, comment: Written, at: Date): Promise<void> {
  const expiresAt = new Date(at.getTime() + COMMENT_DAYS * 86_400_000)
  // createMany and not create: the writer may not read, and create reads back what it wrote.
  await on.db.translationComment.createMany({ data: [{ id: newId(), ...comment, createdAt: at, expiresAt }] })
}

/** At most 500 comments: the open ones first, then the newest first. */
export async function listComments(on: Scoped<'translation.review'>): Promise<readonly TranslationComment[]> {
  return on.db.translationComment.findMany({
    select: { id: true, locale: true, page: true, wrong: true, better: true, createdAt: true, doneAt: true },
    orderBy: [{ doneAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 500,
  })
}

/** Marks a comment as done, or as open again with `at` null; false when it is gone. */
export async function markComment(on: Scoped<'translation.review'>, id: string, at: Date | null): Promise<boolean> {
  const { count } = await on.db.translationComment.updateMany({
    where: { id },
    data: { doneAt: at, doneById: at === null ? null : on.grant.actor.id },
  })
  return count > 0
}
