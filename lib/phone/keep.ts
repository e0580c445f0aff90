import { localeOfPage } from './offline/locale'
import { workerAddress } from './trusted'

/** A page that just opened has better things to do. */
const LATE_MS = 5_000

/**
 * Has the pages of this language kept on the phone, so that they open without network after one visit (lib/phone/worker.ts).
 * Waits until the page is idle, and does nothing for somebody who saves data.
 */
export function keepForLater(): void {
  if (!('serviceWorker' in navigator) || typeof caches === 'undefined' || isSavingData()) return
  const start = () => {
    keep(`/${localeOfPage()}`).catch(() => {
      // A phone without room, or a line that drops: next time.
    })
  }
  if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: LATE_MS })
  else setTimeout(start, LATE_MS / 2)
}

async function keep(base: string): Promise<void> {
  await navigator.serviceWorker.register(workerAddress(`${base}/offline.js`), { scope: base, updateViaCache: 'none' })
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage('keep')
}

function isSavingData(): boolean {
  return 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true
}
