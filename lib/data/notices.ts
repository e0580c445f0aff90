import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { NOTICE_AUDIENCE, type CaseNoticeKind, type OwnNoticeKind } from '@/lib/domain/notices'
import { now } from '@/lib/platform/clock'
import type { Scoped } from './within'

/** What is told: `key` names the thing (a message id, a task id), so that the same thing is told to the same person once. */
export type Told = { readonly caseId: string; readonly kind: CaseNoticeKind; readonly key: string }

/**
 * Tells the people whom this kind is for that there is something to look at on a case, in the transaction of what happened: it is
 * told if, and only if, it happened. Anybody who sees the case may tell; whoever acts is not told of the own act
 * (migration notices). Call it after the case has its new assignee and severity. Returns how many people were meant.
 */
export async function notify(on: Scoped<Permission>, { caseId, kind, key }: Told): Promise<number> {
  const rows = await on.db.$queryRaw<{ told: number }[]>`SELECT
    app.notify_case(${caseId}::uuid, ${kind}, ${key}, ${NOTICE_AUDIENCE[kind]}, ${now()}) AS told`
  return rows[0]?.told ?? 0
}

/** The same of many cases in one statement, each its own thing. */
export async function notifyOfEach(
  on: Scoped<Permission>,
  kind: CaseNoticeKind,
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return
  await on.db.$queryRaw`SELECT app.notify_case(c.id, ${kind}, c.id::text, ${NOTICE_AUDIENCE[kind]}, ${now()})
    FROM unnest(${[...caseIds]}::uuid[]) AS c (id)`
}

/**
 * Tells whoever acts what a long act of their own has found, with one of the cases it is about: an import runs on when nobody looks.
 * The same thing is told once.
 */
export async function notifySelf(
  on: Scoped<'case.import'>,
  { caseId, kind, key }: { readonly caseId: string; readonly kind: OwnNoticeKind; readonly key: string },
): Promise<void> {
  await on.db.$executeRaw`SELECT app.notify_self(${caseId}::uuid, ${kind}, ${key}, ${now()})`
}

/**
 * Tells somebody that something of the own account was changed, in the transaction that changes it; by mail too, whatever was put
 * aside. It does not say what: the trail does (own-account-changes.ts).
 */
export async function tellOfAccount(on: Scoped<'door.look_up' | 'staff.manage'>, staffId: string): Promise<void> {
  await on.db.$executeRaw`SELECT app.tell_of_account(${staffId}::uuid, ${now()})`
}

/** Tells every administrator what of the installation needs somebody now; of each line once a day. Returns how many notices these are. */
export async function tellAdministrators(
  on: Scoped<'system.observe'>,
  codes: readonly string[],
  at: Date,
): Promise<number> {
  const rows = await on.db.$queryRaw<{ told: number }[]>`SELECT app.tell_administrators(${[...codes]}, ${at}) AS told`
  return rows[0]?.told ?? 0
}
