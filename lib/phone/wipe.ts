import { hasStore, remove, STORE } from './offline/store'
import { deleteWaiting, dropToken, listWaiting, type Waiting } from './offline/waiting'

/**
 * Takes everything of ours off this phone: pages kept, the draft, what waits, the service workers. With `keepWaiting` a finished
 * report stays that the worker asked to let wait, and with it what sends it: the box that only the server opens, and the way to
 * its receipt only behind the worker's PIN. Once it was sent nothing of it stays. Returns whether one stays.
 * Works without network; what fails is passed over, the rest still goes.
 */
export async function wipeDevice({ keepWaiting }: { readonly keepWaiting: boolean }): Promise<boolean> {
  const stays = keepWaiting && (await hasStayingReport())
  await Promise.all([deletePages(), stays ? deleteAllButStaying() : deleteStore(), stays ? null : endWorkers()])
  return stays
}

/** Whether a report is on this phone that may stay when Leave is pressed. */
export async function hasStayingReport(): Promise<boolean> {
  try {
    return (await hasStore()) && (await listWaiting()).some(mayStay)
  } catch {
    return false
  }
}

function mayStay({ staysOnLeave, state }: Waiting): boolean {
  return staysOnLeave && state === 'waiting'
}

async function deletePages(): Promise<void> {
  if (typeof caches === 'undefined') return
  const names = await caches.keys().catch(() => [])
  await Promise.all(names.map((name) => caches.delete(name).catch(() => false)))
}

async function deleteAllButStaying(): Promise<void> {
  try {
    await remove('d', 'd')
    const all = await listWaiting()
    await Promise.all(all.map((one) => (mayStay(one) ? dropToken(one.id) : deleteWaiting(one.id))))
  } catch {
    await deleteStore()
  }
}

/** Waits until it is gone, but not for a tab that hangs: it goes when that one closes. */
function deleteStore(): Promise<void> {
  if (typeof indexedDB === 'undefined') return Promise.resolve()
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(STORE)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}

async function endWorkers(): Promise<void> {
  // A service worker that wipes ends itself: it has no list of the others.
  if (!('serviceWorker' in navigator)) return
  const registrations = await navigator.serviceWorker.getRegistrations().catch(() => [])
  await Promise.all(registrations.map((registration) => registration.unregister().catch(() => false)))
}
