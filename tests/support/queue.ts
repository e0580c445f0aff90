import { codesNamed } from '@/lib/i18n/codes-by-words'
import type { StaffActor } from '@/lib/access/grant'
import { listQueue } from '@/lib/data/case-queue'
import { prepareSearch } from '@/lib/data/queue-search'
import { within } from '@/lib/data/within'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import { queryTokens } from '@/lib/domain/search/word-tokens'
import { staffGrant } from './builders'

/** The numbers of the cases that a search finds for this person, in the order of the list. */
export async function numbersFound(
  actor: StaffActor,
  text: string,
  more: Partial<QueueFilter> = {},
): Promise<string[]> {
  const tokens = queryTokens(text)
  const { byToken, whole } = codesNamed(tokens)
  const page = await within(staffGrant(actor, 'case.list'), async (on) => {
    const search = await prepareSearch(on, { text, tokens, byToken, wholeCodes: whole })
    return listQueue(on, { view: 'due', ...more, search }, null, 50)
  })
  return page.rows.map(({ number }) => number)
}
