import { enhancePlaces, leavePlaces } from './places'
import { parsePage } from './trusted'
import { noteUnsent } from './unsent'

const OWN_SCRIPT = 'script[src^="/assets/main"]'

/** The page's own script as it came: another name in an answer means that we were renewed meanwhile. */
const ownScript = document.querySelector(OWN_SCRIPT)?.getAttribute('src')
let shown = placeOf(location.href)

/** Back and Forward lead to an address whose page is gone from here: it is asked for again. A jump inside a page is not that. */
export function followHistory(): void {
  addEventListener('popstate', () => {
    if (placeOf(location.href) !== shown) location.reload()
  })
}

/** Whether a text is a whole page of ours that may take the place of this one. */
export function readPage(html: string): Document | null {
  const page = parsePage(html)
  const isOurs =
    page.querySelector(OWN_SCRIPT)?.getAttribute('src') === ownScript && page.querySelector('main') !== null
  return isOurs ? page : null
}

/** Puts a page in the place of this one, as if the browser had gone to `address`. */
export function swapTo(page: Document, address: string): void {
  leavePlaces()
  const isSamePlace = placeOf(address) === shown
  shown = placeOf(address)
  if (isSamePlace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  document.title = page.title
  copyAttributes(page.documentElement, document.documentElement)
  copyAttributes(page.body, document.body)
  for (const script of Array.from(page.body.querySelectorAll('script'))) script.remove()
  document.body.textContent = ''
  document.body.append(...Array.from(page.body.childNodes))
  scrollTo(0, 0)
  focusFirst()
  enhancePlaces()
  document.dispatchEvent(new Event('swapped'))
}

/** What is to be checked, or the heading: where a reader that speaks goes on. */
function focusFirst(): void {
  const problem = document.querySelector<HTMLElement>('.sum')
  noteUnsent(problem !== null)
  const start = problem ?? document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  if (!start) return
  if (!start.hasAttribute('tabindex')) start.tabIndex = -1
  start.focus({ preventScroll: problem === null })
}

/** A page that came with something to check, by the browser's own way. */
export function focusProblem(): void {
  if (document.querySelector('.sum')) focusFirst()
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name } of Array.from(to.attributes)) if (!from.hasAttribute(name)) to.removeAttribute(name)
  for (const { name, value } of Array.from(from.attributes)) to.setAttribute(name, value)
}

function placeOf(address: string): string {
  const { pathname, search } = new URL(address, location.href)
  return pathname + search
}
