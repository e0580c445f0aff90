import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findNoticeSettings, storeNoticeSettings, type NoticeSettings } from '@/lib/data/notice-settings'
import { within } from '@/lib/data/within'
import { ALWAYS_IN_APP, noticeKindsOf, type NoticeKind, type QuietHours } from '@/lib/domain/notices'
import { err, ok, type Result } from '@/lib/domain/result'
import { mailMode, type MailMode } from '@/lib/mail/send'
import { now } from '@/lib/platform/clock'

/** The own settings, and where mail goes on this installation. */
export async function readNoticeSettings(
  grant: Grant<'notice.own'>,
): Promise<NoticeSettings & { readonly mailMode: MailMode }> {
  return { ...(await within(grant, findNoticeSettings)), mailMode: mailMode() }
}

/** What somebody wants to be told of; what is not named is put aside. */
export type NoticeChoice = {
  readonly inApp: readonly NoticeKind[]
  readonly byMail: readonly NoticeKind[]
  readonly quiet: QuietHours | null
  readonly timeZone: string
  readonly version: number
}

/** Keeps what somebody wants to be told of from now on, of what the own role can be. What tells of danger stays in the list whatever is chosen. */
export function changeNoticeSettings(
  grant: Grant<'notice.own'>,
  choice: NoticeChoice,
): Promise<Result<void, { readonly code: 'changed_meanwhile' }>> {
  const { inApp, byMail, quiet, timeZone, version } = choice
  const kinds = noticeKindsOf(grant.actor.role)
  const appOff = kinds.filter((kind) => !inApp.includes(kind) && !ALWAYS_IN_APP.includes(kind))
  const mailOff = kinds.filter((kind) => !byMail.includes(kind))
  return within(grant, async (on) =>
    (await storeNoticeSettings(on, { appOff, mailOff, quiet, timeZone, version }, now()))
      ? ok(undefined)
      : err({ code: 'changed_meanwhile' }),
  )
}
