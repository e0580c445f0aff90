import { keepForLater } from './keep'
import { watchOutbox } from './outbox'
import { wipeDevice } from './wipe'

/** As components/ui/leave.tsx. */
const ELSEWHERE = 'https://www.wikipedia.org/'
/** Leaving must be quick, whatever a full phone does. */
const PATIENCE_MS = 1_500

declare global {
  interface Window {
    /** Called by the script of Leave with the address that tells the server. */
    leaveBy?: (address: string) => void
  }
}

/** Everything this phone holds of ours. */
export function watchDevice(): void {
  window.leaveBy = (address) => void leaveBy(address)
  keepForLater()
  watchOutbox()
}

/** The service worker wipes by itself on the way to the address; without one it is done here, also without network. */
async function leaveBy(address: string): Promise<void> {
  if ('serviceWorker' in navigator && navigator.serviceWorker.controller !== null) {
    location.replace(address)
    return
  }
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false))
  const stays = await Promise.race([wipeDevice({ keepWaiting: true }), late]).catch(() => false)
  // An address that cannot be reached would stay in the bar.
  if (navigator.onLine === false) location.replace(ELSEWHERE)
  else location.replace(stays ? `${address}?kept=1` : address)
}
