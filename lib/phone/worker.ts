import { keptDraft } from './offline/pin-lock'
import { hasStore } from './offline/store'
import { sendWaiting } from './offline/send-waiting'
import { fill, kept, keptPage, type Keep } from './offline/pages'
import { hasToFinishLeaving, leave } from './offline/leaving'

// The service worker of one language (docs/adr/022). It answers for worker pages only, and with what is kept only where the
// network does not. /{locale}/offline.js says KEEP and loads this file.

declare const KEEP: Keep

/** How long a line may hang before what is kept is shown instead. */
const PATIENCE_MS = 8_000

type Waitable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Waitable & { readonly request: Request; respondWith: (answer: Promise<Response>) => void }
type Scope = {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (type: string, listen: (event: never) => void) => void
}
const scope = self as unknown as Scope

const base = `/${KEEP.locale}`
/** Worker pages by their first word; everything else in the scope is the staff's and none of our business. */
const OURS = new Set(['', 'report', 'fees', 'track', 'help', 'rights', 'safety', 'offline'])

scope.addEventListener('install', () => void scope.skipWaiting())
scope.addEventListener('activate', (event: Waitable) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('message', (event: Waitable & { data: unknown }) => {
  if (event.data === 'keep') event.waitUntil(Promise.all([fill(KEEP), forgetOld()]))
})
scope.addEventListener('sync', (event: Waitable) =>
  event.waitUntil(
    Promise.all([sendWaiting(), forgetOld()]).then(([isDone]) => {
      // The browser asks again later only when this fails.
      if (!isDone) throw new Error('not sent yet')
    }),
  ),
)
scope.addEventListener('fetch', (event: Fetching) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === `${base}/leave`) event.respondWith(leave(KEEP.locale, request))
    else if (isOurs(pathname)) event.respondWith(page(request, pathname))
  } else if (pathname === `${base}/offline.json`) {
    event.respondWith(patient(request, () => kept(KEEP, pathname)))
  } else if (/^\/(assets|_next\/static)\/|^\/icon/.test(pathname)) {
    // Never asked on the way to a page of the staff, whose files are not kept.
    event.respondWith(kept(KEEP, pathname).then((hit) => hit ?? fetch(request)))
  }
})

function isOurs(pathname: string): boolean {
  const [, locale, first = ''] = pathname.split('/')
  return locale === KEEP.locale && OURS.has(first)
}

async function page(request: Request, pathname: string): Promise<Response> {
  if (await hasToFinishLeaving()) await leave(KEEP.locale, null)
  return patient(request, () => keptPage(KEEP, pathname))
}

/** The network's answer; after a while, or when there is none, what is kept. */
async function patient(request: Request, instead: () => Promise<Response | undefined>): Promise<Response> {
  const network = fetch(request)
  network.catch(() => undefined)
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))
  const answer = await Promise.race([network, late]).catch(() => undefined)
  return answer ?? (await instead()) ?? network
}

/** A draft past its thirty days goes, whether anybody opens it or not. */
async function forgetOld(): Promise<void> {
  if (await hasStore()) await keptDraft.isKept().catch(() => false)
}
