import 'server-only'
import { countQueue, SAVED_COUNT_LIMIT } from '@/lib/data/case-queue'
import { listSavedViews } from '@/lib/data/saved-views'
import type { Scoped } from '@/lib/data/within'
import { queueHref, readQueueQuery } from '@/lib/schemas/case/queue-query'

/** More are listed without a count: each costs a look into the index. */
const MOST_COUNTED = 8

/** The saved views as links, one's own and the office's, the first ones with how many cases they hold. */
export async function savedViewLinks(on: Scoped<'case.list'>, locale: string, currentId: string | undefined) {
  const views = await listSavedViews(on)
  const links = []
  for (const [index, { id, name, query: params, isShared }] of views.entries()) {
    const { query, filter } = readQueueQuery(Object.fromEntries(new URLSearchParams(params)))
    links.push({
      href: queueHref(locale, query, { saved: id }),
      name,
      isShared,
      count: index < MOST_COUNTED ? await countQueue(on, filter) : null,
      limit: SAVED_COUNT_LIMIT,
      isCurrent: id === currentId,
    })
  }
  return links
}
