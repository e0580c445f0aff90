import 'server-only'
import { prepareSearch } from '@/lib/data/queue-search'
import type { Scoped } from '@/lib/data/within'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import { queryTokens } from '@/lib/domain/search/word-tokens'
import { unicodeBurmese } from '@/lib/domain/writing/zawgyi'
import { codesNamed } from '@/lib/i18n/codes-by-words'

/** The filter with what was typed: its words, and the codes that these words name in any language of staff. */
export async function searchFor(
  on: Scoped<'case.list'>,
  filter: QueueFilter,
  words: string | null,
): Promise<QueueFilter> {
  if (words === null) return filter
  const { text } = unicodeBurmese(words)
  const tokens = queryTokens(text)
  const { byToken, whole } = codesNamed(tokens)
  return { ...filter, search: await prepareSearch(on, { text, tokens, byToken, wholeCodes: whole }) }
}
