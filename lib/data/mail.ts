import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Scoped } from './within'

/** Somebody with notices to be mailed. `firstId`: the oldest of them. `changedAt`: when something of the own account was changed; null for any other news. */
export type WaitingMail = {
  readonly staffId: string
  readonly email: string
  readonly locale: string
  readonly firstId: string
  readonly noticeIds: readonly string[]
  readonly changedAt: Date | null
}

/**
 * How a mail went: `refused` is for good, `failed` surely did not go and is tried again, of `unsure` nobody knows and it is not
 * tried again. `code` is the number or name of the answer, never its words.
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'failed' | 'unsure'; readonly code: string }

/** How mail went lately, for the page of the jobs. */
export type MailCount = {
  readonly outcome: string
  readonly code: string | null
  readonly mails: number
  readonly lastAt: Date
}

/**
 * The next person to write to, or null: not within `gapMinutes` after the last mail, not in quiet hours, and nobody whom another
 * process is writing to. Theirs until the transaction ends (migration notices); who has waited longest for a try comes first. Before
 * all others, and at any hour, those whose account was changed (migration account_and_office_notices).
 */
export async function claimMail(
  on: Scoped<'system.send_mail'>,
  at: Date,
  gapMinutes: number,
): Promise<WaitingMail | null> {
  const gap = Prisma.sql`make_interval(mins => ${gapMinutes}::integer)`
  const claim = async (from: Prisma.Sql) => (await on.db.$queryRaw<ClaimedRow[]>`SELECT * FROM ${from}`)[0]
  const row =
    (await claim(Prisma.sql`app.claim_account_mail(${at}, ${gap})`)) ??
    (await claim(Prisma.sql`(SELECT *, NULL::timestamptz AS changed_at FROM app.claim_mail(${at}, ${gap})) AS news`))
  if (!row) return null
  const { staff_id: staffId, email, locale, first: firstId, notices: noticeIds, changed_at: changedAt } = row
  return { staffId, email, locale, firstId, noticeIds, changedAt }
}

type ClaimedRow = {
  readonly staff_id: string
  readonly email: string
  readonly locale: string
  readonly first: string
  readonly notices: string[]
  readonly changed_at: Date | null
}

/**
 * Notes that a mail is being sent (`claimed`, in the transaction that claimed it), and then what came of it, under the same `at`.
 * From the first on its notices count as mailed; only `failed` gives them back (migration mail_at_most_once).
 */
export async function storeMail(
  on: Scoped<'system.send_mail'>,
  mail: WaitingMail,
  messageId: string,
  outcome: MailOutcome | { readonly kind: 'claimed' },
  at: Date,
): Promise<void> {
  const code = 'code' in outcome ? outcome.code : null
  await on.db
    .$executeRaw`SELECT app.store_mail(${mail.staffId}::uuid, ${[...mail.noticeIds]}::uuid[], ${messageId}, ${outcome.kind}, ${code}, ${at})`
}

/** How many mails went, were refused or failed since an instant. */
export async function countMail(on: Scoped<'job.read'>, since: Date): Promise<MailCount[]> {
  const rows = await on.db.$queryRaw<
    { outcome: string; code: string | null; mails: number; last_at: Date }[]
  >`SELECT outcome, code, mails, last_at FROM app.count_mail(${since})`
  return rows.map(({ outcome, code, mails, last_at: lastAt }) => ({ outcome, code, mails, lastAt }))
}
