/** How the answers of an address are counted. */
export type RouteName = { readonly name: string; readonly isInTens: boolean }

/** Everything that a worker or a party may ask for has one name: which of it was asked is theirs. */
const OF_WORKERS = '/[locale]/(worker)'
const WORKERS =
  /^\/\[locale\]\/\((?:worker|party)\)\/|^\/\[locale\]\/\(staff\)\/cases\/new\/|^\/api\/v1\/(?:files|outbox)\//u
/** A file of the build. */
const FILE = /^\/(?:_next|assets)\//u
const NO_ROUTE = { name: 'none', isInTens: false } as const

/**
 * The names that addresses are counted under: the routes of the build, with `[number]` for every number. What is no route, and there are as many of those
 * as anybody likes, has one name together.
 */
export class RouteNames {
  readonly #routes: readonly { readonly parts: readonly string[]; readonly name: RouteName }[]

  /** @param sources the routes by their place in the source tree, such as `/[locale]/(staff)/cases/[number]/page` (app-path-routes-manifest.json) */
  constructor(sources: readonly string[]) {
    this.#routes = sources
      .map((source) => ({ parts: partsOf(source), name: nameOf(source) }))
      .toSorted((a, b) => openParts(a.parts).localeCompare(openParts(b.parts)))
  }

  /** The name of an address; `none` where there is no such route. */
  nameOf(address: string): RouteName {
    const [pathname = '/'] = address.split(/[?#]/u)
    if (FILE.test(pathname)) return { name: 'file', isInTens: true }
    const asked = pathname.split('/').filter((part) => part !== '')
    return this.#routes.find(({ parts }) => fits(parts, asked))?.name ?? NO_ROUTE
  }
}

function nameOf(source: string): RouteName {
  if (WORKERS.test(source)) return { name: OF_WORKERS, isInTens: true }
  return { name: `/${partsOf(source).join('/')}`, isInTens: false }
}

/** The parts of an address: without the rooms in parentheses and the name of the file. */
function partsOf(source: string): readonly string[] {
  return source
    .split('/')
    .slice(1, -1)
    .filter((part) => !/^\(.*\)$/u.test(part))
}

/** What is fixed comes before what is open. */
function openParts(parts: readonly string[]): string {
  return parts.map((part) => (part.startsWith('[...') ? '2' : part.startsWith('[') ? '1' : '0')).join('')
}

function fits(parts: readonly string[], asked: readonly string[]): boolean {
  const isRest = parts.at(-1)?.startsWith('[...') === true
  if (isRest ? asked.length < parts.length : asked.length !== parts.length) return false
  return parts.every((part, index) => part.startsWith('[') || part === asked[index])
}
