import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { readOutboxBox } from '@/lib/data/outbox'
import { addWrongTry } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { URGENT_WAIT_SECONDS } from '@/lib/domain/challenge'
import { isUrgent } from '@/lib/domain/report/open-case'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { waitingRoom } from '@/lib/platform/waiting-room'
import { answersTold, toldReportSchema } from '@/lib/schemas/report/told-report'
import { slowedTries } from './abuse/slowed-try'
import { mayGo } from './abuse/may-go'
import { submitWaitingReport } from './submit-report'

/**
 * `key_unknown`: sealed to a key we no longer have; `unreadable`: no report of ours is in it; `not_submittable`: neither a story
 * nor a payment; `slow_down`: this network sent too many boxes that do not open, or all together too many.
 */
export type OutboxError = { readonly code: 'key_unknown' | 'unreadable' | 'not_submittable' | 'slow_down' }

/** How many boxes may wait at once: of one network that sent some that do not open, and of all such networks. */
const MAX_WAITING_PER_NETWORK = 10
const MAX_WAITING = 400
const slowed = slowedTries('outbox', { ofNetwork: MAX_WAITING_PER_NETWORK, inAll: MAX_WAITING })
/** How many reports of a life in danger wait at once where there are too many: a dormitory's worth of one network. */
const waitedUrgently = waitingRoom({ ofNetwork: 40, inAll: MAX_WAITING })

/**
 * Takes in a report that waited on a phone: opens its box, reads it with the schemas of the forms, sends it. Sent again, from a
 * second tab or after a lost answer, it is received already. `network`: where it comes from; only its hash of the day is kept,
 * and only when a box does not open. The token is in the box, so the caller says how a pass for it is opened.
 */
export async function receiveOutbox(
  grants: { readonly door: Grant<'door.look_up'>; readonly submitFor: (token: string) => Grant<'report.submit'> },
  sealed: { readonly keyId: string; readonly box: string },
  network: string,
): Promise<Result<null, OutboxError>> {
  const { tries, went } = await slowed(grants.door, network)
  if (!went) return err({ code: 'slow_down' })
  const opened = readOutboxBox(sealed.keyId, sealed.box)
  if (opened === 'key_unknown') return err({ code: 'key_unknown' })
  const told = opened === 'unreadable' ? null : toldReportSchema.safeParse(opened.value)
  if (!told?.success) {
    await within(grants.door, (on) => addWrongTry(on, tries))
    return err({ code: 'unreadable' })
  }
  const { token, locale } = told.data
  const answers = answersTold(told.data, dayInJapan(now()))
  if (!(await mayGo(grants.door, 'outbox', network))) {
    // A phone sends again by itself; with a life in danger it waits as long as with the form, and goes on.
    const bucket = Buffer.from(tries.bucketHash).toString('hex')
    const goesOn = isUrgent(answers) && (await waitedUrgently(bucket, URGENT_WAIT_SECONDS * 1_000))
    if (!goesOn) return err({ code: 'slow_down' })
  }
  const sent = await submitWaitingReport(grants.submitFor(token), { answers, locale, token })
  return sent.ok || sent.error.code === 'already_received' ? ok(null) : err({ code: 'not_submittable' })
}
