import 'server-only'
import { createHash } from 'node:crypto'
import { grantOpen } from '@/lib/access/grant'
import { claimMail, storeMail, type WaitingMail } from '@/lib/data/mail'
import { within } from '@/lib/data/within'
import { mailMode, sendMail } from '@/lib/mail/send'
import { now } from '@/lib/platform/clock'

/** One person gets one mail in this time, however much there is: it only says to look at the list. */
export const MAIL_GAP_MINUTES = 15

/** What a mail says: nothing of a case and of nobody, only that there is something in the list, or that the own account was changed. */
export type NeutralMail = { readonly subject: string; readonly text: string }

/** Writes it in somebody's language. */
export type Composer = (mail: Pick<WaitingMail, 'locale' | 'changedAt'>) => NeutralMail

/** How a run went. */
export type Mailed = { readonly sent: number; readonly failed: number }

/**
 * Writes to everybody who has unread notices that they want by mail, at most once of each notice. That they are mailed is stored
 * first, the mail server is spoken to outside of any transaction, and only its sure no has them tried again, under the same
 * Message-ID. A process that is killed in between leaves them mailed: the list has them, and the next new notice brings a mail
 * again. Several processes may run it at once: one person is written to by one of them.
 */
export async function sendWaitingMail(compose: Composer): Promise<Mailed> {
  const done = { sent: 0, failed: 0 }
  if (mailMode() === 'off') return done
  const grant = grantOpen({ kind: 'system' }, 'system.send_mail')
  for (;;) {
    const at = now()
    const mail = await within(grant, async (on) => {
      const waiting = await claimMail(on, at, MAIL_GAP_MINUTES)
      if (waiting === null) return null
      const messageId = messageIdOf(waiting.staffId, waiting.firstId)
      await storeMail(on, waiting, messageId, { kind: 'claimed' }, at)
      return { waiting, messageId }
    })
    if (mail === null) return done
    const { waiting, messageId } = mail
    const outcome = await sendMail({ to: waiting.email, messageId, ...compose(waiting) })
    await within(grant, (on) => storeMail(on, waiting, messageId, outcome, at))
    if (outcome.kind === 'sent') done.sent += 1
    else done.failed += 1
  }
}

/** The same for the same person and the same oldest notice, and of neither does it say anything. */
function messageIdOf(staffId: string, noticeId: string): string {
  const name = createHash('sha256').update(`${staffId}:${noticeId}`).digest('hex').slice(0, 40)
  return `<${name}@fair-passage.invalid>`
}
