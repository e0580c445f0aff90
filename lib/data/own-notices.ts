import 'server-only'
import type { StaffPermission } from '@/lib/access/policy'
import {
  ACCOUNT_NOTICES,
  isNoticeKind,
  OWN_NOTICES,
  SHARE_NOTICES,
  SYSTEM_NOTICES,
  type NoticeKind,
  type NoticePlace,
} from '@/lib/domain/notices'
import type { Prisma } from '@/prisma/generated/client'
import type { Scoped } from './within'

/** One notice of whoever reads. */
export type OwnNotice = {
  readonly id: string
  readonly kind: NoticeKind
  readonly key: string
  readonly place: NoticePlace
  readonly createdAt: Date
  readonly readAt: Date | null
}
/** Where a page of the list ends: unread ones come first, then those read, each the newest first. */
export type NoticeCursor = { readonly isUnread: boolean; readonly at: Date; readonly id: string }
export type NoticePage = { readonly rows: readonly OwnNotice[]; readonly next: NoticeCursor | null }

/** Above it a count says no more to anybody. */
export const UNREAD_LIMIT = 99

/** Own notices that are shown in the list, unread first; `size` of them, after a cursor or from the beginning. */
export async function listOwnNotices(
  on: Scoped<'notice.own'>,
  after: NoticeCursor | null,
  size: number,
): Promise<NoticePage> {
  const unread = after?.isUnread === false ? [] : await find(on, { readAt: null, ...behind(after) }, size + 1)
  const read =
    unread.length > size
      ? []
      : await find(
          on,
          { readAt: { not: null }, ...(after?.isUnread === false ? behind(after) : {}) },
          size + 1 - unread.length,
        )
  const found = [...unread, ...read]
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  const next = found.length > size && last ? { isUnread: last.readAt === null, at: last.createdAt, id: last.id } : null
  return { rows, next }
}

function behind(after: NoticeCursor | null): Prisma.NoticeWhereInput {
  if (after === null) return {}
  return { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] }
}

async function find(on: Scoped<'notice.own'>, where: Prisma.NoticeWhereInput, take: number): Promise<OwnNotice[]> {
  const rows = await on.db.notice.findMany({
    // The person is named although the database shows no other: so that it finds its index.
    where: { staffId: on.grant.actor.id, inApp: true, ...where },
    select: {
      id: true,
      kind: true,
      key: true,
      createdAt: true,
      readAt: true,
      shareId: true,
      breachId: true,
      case: { select: { number: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take,
  })
  return rows.flatMap(({ case: about, shareId, breachId, kind, ...row }) => {
    if (!isNoticeKind(kind)) return []
    const place = placeOf(kind, row.key, about, shareId, breachId)
    return place ? [{ ...row, kind, place }] : []
  })
}

function placeOf(
  kind: NoticeKind,
  key: string,
  about: { readonly number: string } | null,
  shareId: string | null,
  breachId: string | null,
): NoticePlace | null {
  if (kind === 'import_critical') return { kind: 'import', id: key }
  if (kind === 'account_changed') return { kind: 'account' }
  if (kind === 'system_attention') return { kind: 'system' }
  if (breachId !== null) return { kind: 'breach', id: breachId }
  if (shareId !== null) return { kind: 'share', id: shareId }
  return about && { kind: 'case', number: about.number }
}

/** How many own notices are unread; one more than the limit stands for more than that. */
export async function countOwnUnread(on: Scoped<'notice.own'>): Promise<number> {
  const rows = await on.db.notice.findMany({
    where: { staffId: on.grant.actor.id, inApp: true, readAt: null },
    select: { id: true },
    take: UNREAD_LIMIT + 1,
  })
  return rows.length
}

/** Marks one own notice, or those there were at an instant, as read. */
export async function markOwnRead(
  on: Scoped<'notice.own'>,
  which: { readonly id: string } | { readonly until: Date },
  at: Date,
): Promise<void> {
  const chosen = 'id' in which ? { id: which.id } : { createdAt: { lte: which.until } }
  await on.db.notice.updateMany({
    where: { staffId: on.grant.actor.id, readAt: null, ...chosen },
    data: { readAt: at },
  })
}

/** Whoever looks at a case has seen what they were told of it. */
export async function markCaseSeen(on: Scoped<StaffPermission>, caseId: string, at: Date): Promise<void> {
  await on.db.notice.updateMany({
    where: { staffId: on.grant.actor.id, caseId, readAt: null },
    data: { readAt: at },
  })
}

/** The same of a share that the own office was given; without one: of all that were closed, which the list of them shows. */
export async function markShareSeen(on: Scoped<'share.read'>, at: Date, shareId: string | null = null): Promise<void> {
  const which =
    shareId === null ? { kind: { in: SHARE_NOTICES.filter((kind) => kind !== 'share_received') } } : { shareId }
  await on.db.notice.updateMany({ where: { staffId: on.grant.actor.id, readAt: null, ...which }, data: { readAt: at } })
}

/** The same of an incident of the office. */
export async function markBreachSeen(on: Scoped<'breach.report'>, breachId: string, at: Date): Promise<void> {
  await on.db.notice.updateMany({ where: { staffId: on.grant.actor.id, breachId, readAt: null }, data: { readAt: at } })
}

/** The same of an import of one's own, whose page shows what it found. */
export async function markImportSeen(on: Scoped<'case.import'>, importId: string, at: Date): Promise<void> {
  await on.db.notice.updateMany({
    where: { staffId: on.grant.actor.id, kind: { in: [...OWN_NOTICES] }, key: importId, readAt: null },
    data: { readAt: at },
  })
}

/** The same of the own account: its page shows what was changed. Mail about it goes all the same. */
export function markAccountSeen(on: Scoped<'session.own'>, at: Date): Promise<void> {
  return markKindsSeen(on, ACCOUNT_NOTICES, at)
}

/** The same of how the installation stands. */
export function markSystemSeen(on: Scoped<'system.read'>, at: Date): Promise<void> {
  return markKindsSeen(on, SYSTEM_NOTICES, at)
}

async function markKindsSeen(on: Scoped<StaffPermission>, kinds: readonly NoticeKind[], at: Date): Promise<void> {
  await on.db.notice.updateMany({
    where: { staffId: on.grant.actor.id, kind: { in: [...kinds] }, readAt: null, createdAt: { lte: at } },
    data: { readAt: at },
  })
}
