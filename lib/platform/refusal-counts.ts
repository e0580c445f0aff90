/** What was refused, by names from short lists of ours: `access` a member of staff without the right, `origin` what came from another site. */
export type RefusedRequest =
  | { readonly what: 'access'; readonly permission: string; readonly role: string }
  | { readonly what: 'origin' }

/** Refusals of one kind since this process began. */
export type RefusalCount = { readonly labels: Readonly<Record<string, string>>; readonly count: number }

declare global {
  /** The server counts, and a route that Next bundled tells: two copies of this file. */
  var fairPassageRefusals: Map<string, { labels: Readonly<Record<string, string>>; count: number }> | undefined
}

/** What comes from another site may have been meant for a worker's page: told ten at a time, like those (request-counts.ts). */
const ORIGINS_AT_ONCE = 10

/** Counts what was refused. */
export function countRefusal(refused: RefusedRequest): void {
  const all = (globalThis.fairPassageRefusals ??= new Map())
  const key = Object.values(refused).join(' ')
  const counting = all.get(key) ?? { labels: { ...refused }, count: 0 }
  counting.count += 1
  all.set(key, counting)
}

/** Everything that may be told. */
export function refusalCounts(): readonly RefusalCount[] {
  return [...(globalThis.fairPassageRefusals?.values() ?? [])].flatMap(({ labels, count }) => {
    const told = labels['what'] === 'origin' ? count - (count % ORIGINS_AT_ONCE) : count
    return told === 0 ? [] : [{ labels, count: told }]
  })
}
