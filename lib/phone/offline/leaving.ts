import { wipeDevice } from '../wipe'

/** As components/ui/leave.tsx: a page that nobody wonders about. Without network the browser says that it is not there. */
const ELSEWHERE = 'https://www.wikipedia.org/'
/** Leaving must be quick. */
const PATIENCE_MS = 3_000
/** Also where the phone's own storage hangs. */
const LATEST_MS = 5_000
/** An empty cache of this name: somebody left without network, and the server does not know it yet. */
const LEFT = 'x'

/** Whether somebody left here without network: their cookies, which only the server can end, are still there. */
export function hasToFinishLeaving(): Promise<boolean> {
  return caches.has(LEFT)
}

/**
 * Leave, as the service worker does it: this phone forgets first, then the server is told. Where it cannot be reached, the
 * service worker stays with an empty mark and tells it before it shows any page again.
 */
export function leave(locale: string, request: Request | null): Promise<Response> {
  const latest = new Promise<Response>((resolve) =>
    setTimeout(() => resolve(Response.redirect(ELSEWHERE, 303)), LATEST_MS),
  )
  return Promise.race([leaveClean(locale, request), latest])
}

async function leaveClean(locale: string, request: Request | null): Promise<Response> {
  const stays = await wipeDevice({ keepWaiting: true })
  const address = `/${locale}/leave${stays || request?.url.includes('kept=1') ? '?kept=1' : ''}`
  const told = fetch(address, { credentials: 'same-origin', redirect: 'manual', cache: 'no-store' }).catch(() => null)
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))
  const answer = await Promise.race([told, late])
  if (answer === null) {
    await caches.open(LEFT)
    return Response.redirect(ELSEWHERE, 303)
  }
  await caches.delete(LEFT)
  const { registration } = self as unknown as { registration: { unregister: () => Promise<boolean> } }
  if (!stays) await registration.unregister()
  return answer
}
