import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { remindBreaches } from '@/lib/data/breach-duties'
import { claimDeadlines, runClocksAgain, storeReminders } from '@/lib/data/reminders'
import { within } from '@/lib/data/within'
import { reminderAt } from '@/lib/domain/reminders'
import { AWAITING_WORKER_DAYS } from '@/lib/domain/response-targets'
import { now } from '@/lib/platform/clock'

/** Deadlines of one transaction: short enough that an officer who changes one of them hardly waits. */
const BATCH = 100

/**
 * Lets clocks run again that stood still for 14 days, then reminds of what is due soon and escalates what is overdue, batch by batch, until nothing is left to look at. What is told and
 * that it was told are one transaction: cut off anywhere, the next run does the rest, and nothing twice. Several processes may
 * run it at once. Returns how many reminders went out. No state of a case ever changes here.
 */
export async function remindOfDeadlines(): Promise<number> {
  const grant = grantOpen({ kind: 'system' }, 'system.remind')
  const at = now()
  while ((await within(grant, (on) => runClocksAgain(on, at, AWAITING_WORKER_DAYS, BATCH))) === BATCH);
  let told = 0
  for (let incidents = 0; ; told += incidents) {
    incidents = await within(grant, (on) => remindBreaches(on, at))
    if (incidents === 0) break
  }
  for (;;) {
    const { looked, toldNow } = await within(grant, async (on) => {
      const claimed = await claimDeadlines(on, at, BATCH)
      const decided = claimed.map((deadline) => ({ deadline, reminder: reminderAt(deadline, at) }))
      if (decided.length > 0) await storeReminders(on, decided, at)
      return { looked: claimed.length, toldNow: decided.filter(({ reminder }) => reminder.told !== null).length }
    })
    if (looked === 0) return told
    told += toldNow
  }
}
