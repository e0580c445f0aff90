import { hasStore, remove, STORE } from './offline/store'
import { deleteWaiting, listWaiting } from './offline/waiting'

/**
 * Takes everything of ours off this phone: pages kept, the draft, what waits, the service workers. With `keepWaiting` a finished
 * report stays that the worker asked to let wait (it cannot be read here), and with it what sends it. Returns whether one stays.
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
    return (await hasStore()) && (await listWaiting()).some(({ staysOnLeave }) => staysOnLeave)
  } catch {
    return false
  }
}

async function deletePages(): Promise<void> {
  if (typeof caches === 'undefined') return
  const names = await caches.keys().catch(() => [])
  await Promise.all(names.map((name) => caches.delete(name).catch(() => false)))
}

async function deleteAllButStaying(): Promise<void> {
  try {
    await remove('d', 'd')
    const leaving = (await listWaiting()).filter(({ staysOnLeave }) => !staysOnLeave)
    await Promise.all(leaving.map(({ id }) => deleteWaiting(id)))
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
