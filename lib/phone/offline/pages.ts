/** What the service worker of a language keeps; written into /{locale}/offline.js by the server. */
export type Keep = {
  readonly locale: string
  /** Another one for every build: then everything is fetched again. */
  readonly version: string
  /** Addresses of pages, the shell of the offline report first. */
  readonly pages: readonly string[]
  /** Beginnings of addresses: pages that kept pages link to are kept, too, when they begin so. */
  readonly linked: readonly string[]
  /** Scripts that only the offline report needs. */
  readonly files: readonly string[]
}

/** Once a day is enough for rates, rules and telephone numbers. */
const FRESH_MS = 20 * 3_600_000
const LINKED_MAXIMUM = 60
const STAMP = '/stamp'

/** The name of the cache says nothing to who looks. */
const open = ({ locale }: Keep) => caches.open(`pages-${locale}`)

export async function kept(keep: Keep, address: string): Promise<Response | undefined> {
  return (await open(keep)).match(address, { ignoreVary: true })
}

/** What stands in for a page without network: the page itself, or the shell, which answers for everything else. */
export async function keptPage(keep: Keep, pathname: string): Promise<Response | undefined> {
  const isAsked = pathname === `/${keep.locale}/fees`
  return (isAsked ? undefined : await kept(keep, pathname)) ?? kept(keep, `/${keep.locale}/offline`)
}

/**
 * Fetches everything that is to be kept, one after the other, so that a thin line stays free for the person. Without cookies:
 * what is kept is what a stranger would be shown, and nobody's own page. A page goes in after its files.
 */
export function fill(keep: Keep): Promise<void> {
  // Two tabs may ask at once.
  filling ??= fillNow(keep).finally(() => {
    filling = null
  })
  return filling
}

let filling: Promise<void> | null = null

async function fillNow(keep: Keep): Promise<void> {
  const cache = await open(keep)
  const stamp = await cache.match(STAMP)
  const [version, at] = stamp === undefined ? [] : (await stamp.text()).split(' ')
  if (version === keep.version && Number(at) > Date.now() - FRESH_MS) return
  const wanted = new Set<string>([STAMP])
  const data = `/${keep.locale}/offline.json`
  for (const file of keep.files) await keepFile(cache, file, wanted)
  wanted.add(data)
  const answer = await ask(data)
  if (answer === null) return
  await cache.put(data, answer)
  const pages = [...keep.pages]
  for (let index = 0; index < pages.length; index += 1) {
    const address = pages[index] ?? ''
    const page = await ask(address)
    if (page === null) continue
    const html = await page.clone().text()
    for (const file of filesIn(html)) await keepFile(cache, file, wanted)
    wanted.add(address)
    await cache.put(address, page)
    for (const link of linksIn(html))
      if (
        keep.linked.some((beginning) => link.startsWith(beginning)) &&
        !pages.includes(link) &&
        pages.length < LINKED_MAXIMUM
      )
        pages.push(link)
  }
  for (const { url } of await cache.keys()) if (!wanted.has(new URL(url).pathname)) await cache.delete(url)
  await cache.put(STAMP, new Response(`${keep.version} ${Date.now()}`))
}

/** The page a stranger would get; null for anything but a plain success at that very address. */
async function ask(address: string): Promise<Response | null> {
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-cache' })
  return answer.ok && !answer.redirected ? answer : null
}

/** Files bear a hash of their content: what is there is right. */
async function keepFile(cache: Cache, address: string, wanted: Set<string>): Promise<void> {
  if (wanted.has(address)) return
  wanted.add(address)
  if ((await cache.match(address)) !== undefined) return
  const answer = await ask(address)
  if (answer !== null) await cache.put(address, answer)
}

function filesIn(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="(\/(?:_next\/static|assets)\/[^"?#]+|\/icon[^"?#]*)/g)].map(
    ([, file = '']) => file,
  )
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="(\/[^"?#]+)"/g)].map(([, link = '']) => link)
}
