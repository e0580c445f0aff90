import type { Browser, BrowserContext, Request } from 'playwright/test'
import { LEAVE_TARGET } from '@/components/ui/leave'

/** What needs no network. */
const INSIDE = new Set(['about:', 'blob:', 'data:', 'chrome-error:'])

/**
 * Notes every request that any page, frame, worker or script of these tests makes to somebody else than us. Leaving goes to another
 * site and means to; nothing else does, not even a preload.
 */
export class OwnRequests {
  readonly strangers: string[] = []
  readonly #ours: string
  readonly #known = new Set<string>()

  constructor(baseUrl: string) {
    this.#ours = new URL(baseUrl).origin
  }

  /** Another site that this journey goes to by a link and means to. */
  mayGoTo(origin: string): void {
    this.#known.add(origin)
  }

  watch(context: BrowserContext): void {
    context.on('request', (request) => {
      const address = new URL(request.url())
      if (address.origin === this.#ours || INSIDE.has(address.protocol)) return
      const isLeaving =
        request.isNavigationRequest() && (address.href === LEAVE_TARGET || this.#known.has(address.origin))
      // What that site loads then is its own: its page is the one that asks.
      const isTheirs = hostOf(pageOf(request)) === new URL(LEAVE_TARGET).host
      if (!isLeaving && !isTheirs) this.strangers.push(`${request.resourceType()} ${address.origin}`)
    })
  }

  /** Watches contexts that a test opens by itself, too; returns how to stop. */
  watchNew(browser: Browser): () => void {
    const newContext = browser.newContext.bind(browser)
    browser.newContext = async (options) => {
      const context = await newContext(options)
      this.watch(context)
      return context
    }
    return () => {
      browser.newContext = newContext
    }
  }
}

/** The page that asks; none for a service worker, or for a page that is only beginning. */
function pageOf(request: Request): string | undefined {
  try {
    return request.frame().url()
  } catch {
    return undefined
  }
}

function hostOf(address: string | undefined): string {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : ''
}
