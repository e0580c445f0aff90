import 'server-only'
import { listQueue, type QueuePage } from '@/lib/data/case-queue'
import { prepareSearch } from '@/lib/data/queue-search'
import type { Scoped } from '@/lib/data/within'
import type { QueueCursor } from '@/lib/domain/case-queue'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import { queryTokens } from '@/lib/domain/search/word-tokens'
import { unicodeBurmese } from '@/lib/domain/writing/zawgyi'
import { codesNamed } from '@/lib/i18n/codes-by-words'
import { recordSearch } from '@/lib/usecases/record-reading'

/** The filter with what was typed: its words, and the codes that these words name in any language of staff. */
async function searchFor(on: Scoped<'case.list'>, filter: QueueFilter, words: string | null): Promise<QueueFilter> {
  if (words === null) return filter
  const { text } = unicodeBurmese(words)
  const tokens = queryTokens(text)
  const { byToken, whole } = codesNamed(tokens)
  return { ...filter, search: await prepareSearch(on, { text, tokens, byToken, wholeCodes: whole }) }
}

/** One page of the queue. That words were searched for is written down with how much was found, once for its first page. */
export async function findPage(
  on: Scoped<'case.list'>,
  filter: QueueFilter,
  words: string | null,
  after: QueueCursor | null,
  size: number,
): Promise<QueuePage> {
  const page = await listQueue(on, await searchFor(on, filter, words), after, size)
  if (words !== null && after === null) await recordSearch(on, { hits: page.rows.length, hasMore: page.next !== null })
  return page
}
