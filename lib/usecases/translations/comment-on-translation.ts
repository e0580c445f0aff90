import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { insertComment } from '@/lib/data/translation-comments'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { CommentInput } from '@/lib/schemas/translations/comment'
import { mayGo } from '@/lib/usecases/abuse/may-go'

/** `too_many_tries`: others of this network wrote too many just now. */
export type CommentError = { readonly code: 'too_many_tries' }

/** Keeps what a reader says about the words of a page. `network` is counted by its hash of the day only. */
export async function commentOnTranslation(
  grant: Grant<'translation.comment'>,
  door: Grant<'door.look_up'>,
  comment: CommentInput & { readonly page: string; readonly locale: string; readonly network: string },
): Promise<Result<null, CommentError>> {
  const { locale, page, wrong, better, network } = comment
  if (!(await mayGo(door, 'comment', network))) return err({ code: 'too_many_tries' })
  await within(grant, (on) => insertComment(on, { locale, page, wrong, better }, now()))
  return ok(null)
}
