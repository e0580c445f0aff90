import { hideNet, showNet } from './net-bar'
import { localeOfPage } from './offline/locale'
import { keptDraft } from './offline/pin-lock'
import { canSeal, hasStore } from './offline/store'
import { askForSync, onNews, sendWaiting } from './offline/send-waiting'
import { deleteWaiting, listWaiting, type Waiting } from './offline/waiting'
import { words } from './words'

let isShown = false

/**
 * The state of what waits on this phone, on every worker page, and its sending where no background sync does it: when a page
 * opens, when the network returns, when the page is seen again.
 */
export function watchOutbox(): void {
  if (!canSeal()) return
  const quietly = (work: () => Promise<void>) => () => void work().catch(() => undefined)
  addEventListener('online', quietly(sendAndLook))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') quietly(sendAndLook)()
  })
  document.addEventListener('swapped', quietly(sendAndLook))
  onNews(quietly(look))
  quietly(sendAndLook)()
}

async function sendAndLook(): Promise<void> {
  if (!(await hasStore())) return
  await forgetKept()
  await look()
  if ((await listWaiting()).every(({ state }) => state !== 'waiting')) return
  if (!(await sendWaiting())) await askForSync()
  await look()
}

async function look(): Promise<void> {
  const state = (await hasStore()) ? await stateOf() : null
  if (state === null) {
    if (isShown) hideNet()
    isShown = false
    return
  }
  isShown = true
  const { look: go } = await words()
  const isThere = document.getElementById('offline') !== null
  showNet(
    state.tone,
    state.text,
    isThere ? undefined : { text: go, press: () => location.assign(`/${localeOfPage()}/offline`) },
  )
}

/** The most urgent thing to say; null when nothing of ours is on this phone. */
async function stateOf(): Promise<{ readonly tone: 'care' | 'wait' | 'done'; readonly text: string } | null> {
  const all = await listWaiting()
  const text = await words()
  const waiting = all.filter(({ state }) => state === 'waiting').length
  if (waiting === 1) return { tone: 'wait', text: text.oneWaits }
  if (waiting > 1) return { tone: 'wait', text: text.someWait.replace('{count}', String(waiting)) }
  if (all.some(({ state }) => state === 'refused')) return { tone: 'care', text: text.refusedBar }
  const sent = all.filter(({ state }) => state === 'sent').pop()
  if (sent !== undefined) return { tone: 'done', text: text.sentAt.replace('{time}', timeOf(sent)) }
  return (await keptDraft.isKept()) ? { tone: 'wait', text: text.answersWait } : null
}

/** Japan time, as everywhere: that is where the reader lives. */
function timeOf({ sentAt }: Waiting): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Tokyo' } as const
  return new Intl.DateTimeFormat('en-GB', clock).format(new Date(sentAt ?? 0))
}

/** The page after "I have kept it" says in its address that it was a receipt from this phone: what opens it goes from here, too. */
async function forgetKept(): Promise<void> {
  if (!new URLSearchParams(location.search).has('waited')) return
  const opened = (await listWaiting()).filter(({ state, isOpened }) => state === 'sent' && isOpened === true)
  await Promise.all(opened.map(({ id }) => deleteWaiting(id)))
}
