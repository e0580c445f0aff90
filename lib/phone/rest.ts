import { onStillHere } from './still-here'

// Left alone, a page that shows what a worker told goes off the screen. The server asks again by its own clock
// (lib/domain/report/resting.ts, lib/data/worker-sessions.ts); this only takes the words off the glass in time and
// keeps what was typed and not sent.

/** The same ten minutes as on the server. */
const REST_MS = 10 * 60_000
const LOOK_EVERY_MS = 5_000
/** The server's clock starts with its last answer; a little later it is sure to be over there as well. */
const GRACE_MS = 1_000

/** Watches for the last touch. A phone that slept runs no timers, so waking up and coming back look first of all. */
export function watchRest(): void {
  let touchedAt = Date.now()
  const look = () => {
    if (Date.now() - touchedAt < REST_MS + GRACE_MS) return
    touchedAt = Date.now()
    void goToRest()
  }
  const notice = () => {
    // What the finger does on a page that slept does not count before the clock was looked at.
    look()
    touchedAt = Date.now()
  }
  setInterval(look, LOOK_EVERY_MS)
  for (const sign of ['pointerdown', 'keydown', 'input', 'scroll'])
    addEventListener(sign, notice, { capture: true, passive: true })
  onStillHere(notice)
  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', look)
}

async function goToRest(): Promise<void> {
  // The report without network has its answers in memory and takes them off the screen by itself (lib/phone/offline/app).
  if (document.getElementById('offline') !== null) {
    document.dispatchEvent(new Event('rest'))
    return
  }
  const [, locale = '', room = '', page = ''] = location.pathname.split('/')
  const target = restAddress(locale, room, page)
  // A page that is being left is blank already.
  if (target === null || document.documentElement.hidden) return
  document.documentElement.hidden = true
  document.title = 'Passage'
  await keepTyped(room)
  location.replace(target)
}

/** Where a page rests; null for pages that show nothing of anybody. */
function restAddress(locale: string, room: string, page: string): string | null {
  if (room === 'report' && page !== '' && page !== 'rest') return `/${locale}/report/rest`
  if (room === 'track' && page === 'case') return `/${locale}/track?ended=1`
  return null
}

/** Sends what was typed: into the draft, or into what is held for the own case, which after a rest sends no message. */
async function keepTyped(room: string): Promise<void> {
  const forms = [...document.querySelectorAll<HTMLFormElement>(room === 'report' ? 'form#answers' : 'form')].filter(
    (form) => room === 'report' || [...form.querySelectorAll('textarea')].some(({ value }) => value.trim() !== ''),
  )
  for (const form of forms) {
    const data = new FormData(form)
    data.append('rest', '1')
    try {
      await fetch(location.href, { method: 'POST', body: data, redirect: 'manual', keepalive: true })
    } catch {
      // Without network the words stay unsent; the screen is dark all the same.
    }
  }
}
