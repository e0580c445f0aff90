import { changeWaiting, listWaiting, type Waiting } from './waiting'

/** The channel on which the tabs and the service worker tell each other that something changed. */
export const NEWS = 'app'

/**
 * Refusals that sending again does not change. Everything else waits for a better moment; so does `key_unknown`, which another
 * server behind our name may have said, and which the right one takes back.
 */
const FINAL: readonly string[] = ['unreadable', 'not_submittable', 'too_large']
const PATIENCE_MS = 60_000

/**
 * Sends what waits; from any tab and from the service worker, also at the same moment: the server takes a report once. True when
 * nothing is left that could still be sent.
 */
export async function sendWaiting(): Promise<boolean> {
  const waiting = (await listWaiting()).filter(({ state }) => state === 'waiting')
  const done = await Promise.all(waiting.map(sendOne))
  if (waiting.length > 0) tellOthers()
  return done.every(Boolean)
}

async function sendOne({ id, keyId, box }: Waiting): Promise<boolean> {
  const stop = typeof AbortController === 'undefined' ? null : new AbortController()
  const timer = setTimeout(() => stop?.abort(), PATIENCE_MS)
  try {
    const answer = await fetch('/api/v1/outbox', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ keyId, box }),
      ...(stop === null ? {} : { signal: stop.signal }),
    })
    const said = (await answer.json()) as { state?: string; code?: string }
    if (answer.ok && said.state === 'received') {
      await changeWaiting(id, { state: 'sent', sentAt: Date.now(), box: null })
      return true
    }
    if (said.code === undefined || !FINAL.includes(said.code)) return false
    await changeWaiting(id, { state: 'refused', refusal: said.code })
    return true
  } catch {
    // No network, no answer, or one that is not ours: it waits on.
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Tells the other tabs, where the browser can; elsewhere they look again when they are seen. */
export function tellOthers(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(NEWS)
  channel.postMessage('changed')
  channel.close()
}

/** Calls back when another tab or the service worker changed something. Returns how to stop. */
export function onNews(look: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(NEWS)
  channel.addEventListener('message', look)
  return () => channel.close()
}

/** Asks the browser to send it in the background as soon as there is network, where it can. */
export async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  const { sync } = (registration ?? {}) as { sync?: { register: (tag: string) => Promise<void> } }
  await sync?.register('post').catch(() => undefined)
}
