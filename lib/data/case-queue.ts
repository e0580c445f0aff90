import 'server-only'
import { endOfWeek, type QueueCursor, type QueueFilter, type QueueRow } from '@/lib/domain/case-queue'
import { Prisma } from '@/prisma/generated/client'
import type { Scoped } from './within'

export type QueuePage = { readonly rows: readonly QueueRow[]; readonly next: QueueCursor | null }

/** Counting stops here: a person does not need to know whether it is 40,000 or 41,000. */
export const COUNT_LIMIT = 1_000

export type ViewCounts = { readonly [view in QueueFilter['view']]: number }

/**
 * One page of the queue of the office, due first, those without a deadline last; closed cases by their last change, the latest
 * first. Each page is read from an index onwards (keyset), never counted past.
 */
export async function listQueue(
  on: Scoped<'case.list'>,
  filter: QueueFilter,
  after: QueueCursor | null,
  size: number,
): Promise<QueuePage> {
  const where = conditionsOf(on, filter)
  const wanted = size + 1
  if (filter.view === 'closed' && filter.number === undefined) {
    const behind = after?.at
      ? Prisma.sql`AND (c.state_changed_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : Prisma.empty
    return pageOf(
      await select(on, Prisma.sql`${where} ${behind} ORDER BY c.state_changed_at DESC, c.id DESC LIMIT ${wanted}`),
      size,
      (row) => row.stateChangedAt,
    )
  }
  const rows: QueueRow[] = []
  if (after === null || after.at !== null) {
    const behind = after?.at
      ? Prisma.sql`AND (c.next_due_at, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
      : Prisma.empty
    rows.push(
      ...(await select(
        on,
        Prisma.sql`${where} AND c.next_due_at IS NOT NULL ${behind} ORDER BY c.next_due_at, c.id LIMIT ${wanted}`,
      )),
    )
  }
  if (rows.length < wanted) {
    const behind = after !== null && after.at === null ? Prisma.sql`AND c.id > ${after.id}::uuid` : Prisma.empty
    rows.push(
      ...(await select(
        on,
        Prisma.sql`${where} AND c.next_due_at IS NULL ${behind} ORDER BY c.id LIMIT ${wanted - rows.length}`,
      )),
    )
  }
  return pageOf(rows, size, (row) => row.nextDueAt)
}

/** How many cases each saved view holds, up to COUNT_LIMIT + 1, which stands for "more". `due` counts those due within the week. */
export async function countViews(on: Scoped<'case.list'>, at: Date): Promise<ViewCounts> {
  const { officeId, id } = on.grant.actor
  const office = Prisma.sql`SELECT 1 FROM cases WHERE office_id = ${officeId}::uuid`
  // The order makes PostgreSQL walk an index and stop at the limit, instead of collecting all rows first.
  const upTo = (rest: Prisma.Sql, order = Prisma.sql`next_due_at, id`) =>
    Prisma.sql`(SELECT count(*)::int FROM (${office} AND ${rest} ORDER BY ${order} LIMIT ${COUNT_LIMIT + 1}) AS counted)`
  const [counts] = await on.db.$queryRaw<ViewCounts[]>`SELECT
    ${upTo(Prisma.sql`${TO_LOOK_AT} AND next_due_at <= ${endOfWeek(at)}::timestamptz`)} AS due,
    ${upTo(Prisma.sql`state <> 'closed' AND assignee_id = ${id}::uuid`)} AS mine,
    ${upTo(Prisma.sql`state <> 'closed' AND assignee_id IS NULL`)} AS free,
    ${upTo(Prisma.sql`state = 'awaiting_worker'`)} AS worker,
    ${upTo(Prisma.sql`fee_change_at IS NOT NULL AND state <> 'closed'`, Prisma.sql`fee_change_at`)} AS fees,
    ${upTo(Prisma.sql`state = 'closed'`, Prisma.sql`state_changed_at DESC, id DESC`)} AS closed`
  if (!counts) throw new Error('a query without FROM gives one row')
  return counts
}

/** What somebody has to look at, closed cases too: words nobody has read, a check after closing. Word for word as in the index. */
const TO_LOOK_AT = Prisma.sql`(state <> 'closed' OR unread_from_worker > 0 OR next_due_at IS NOT NULL)`

// Closed and not closed are written out, because PostgreSQL uses a partial index only for a condition it can read.
function conditionsOf(on: Scoped<'case.list'>, filter: QueueFilter): Prisma.Sql {
  const parts = [Prisma.sql`c.office_id = ${on.grant.actor.officeId}::uuid`]
  if (filter.number !== undefined) return Prisma.sql`${parts[0]} AND c.number = ${filter.number}`
  if (filter.view === 'due') parts.push(TO_LOOK_AT)
  else parts.push(filter.view === 'closed' ? Prisma.sql`c.state = 'closed'` : Prisma.sql`c.state <> 'closed'`)
  if (filter.view === 'mine') parts.push(Prisma.sql`c.assignee_id = ${on.grant.actor.id}::uuid`)
  if (filter.view === 'free') parts.push(Prisma.sql`c.assignee_id IS NULL`)
  if (filter.view === 'worker') parts.push(Prisma.sql`c.state = 'awaiting_worker'`)
  if (filter.view === 'fees') parts.push(Prisma.sql`c.fee_change_at IS NOT NULL`)
  if (filter.state) parts.push(Prisma.sql`c.state = ${filter.state}`)
  if (filter.severity) parts.push(Prisma.sql`c.severity = ${filter.severity}`)
  if (filter.origin) parts.push(Prisma.sql`c.origin = ${filter.origin}`)
  if (filter.scheme) parts.push(Prisma.sql`c.scheme = ${filter.scheme}`)
  if (filter.category) parts.push(Prisma.sql`c.grievance_codes @> ARRAY[${filter.category}]::text[]`)
  if (filter.assigneeId) parts.push(Prisma.sql`c.assignee_id = ${filter.assigneeId}::uuid`)
  return Prisma.join(parts, ' AND ')
}

function select(on: Scoped<'case.list'>, rest: Prisma.Sql): Promise<QueueRow[]> {
  return on.db.$queryRaw<
    QueueRow[]
  >`SELECT q.*, CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('id', s.id, 'displayName', s.display_name) END AS assignee
    FROM (SELECT c.id, c.number, c.state, c.severity, c.scheme, c.origin, c.destination, c.language, c.grievance_codes AS grievances,
        c.paid_total_jpy AS "paidTotalJpy", c.fee_line_count AS "feeLineCount", c.next_due_at AS "nextDueAt", c.next_due_kind AS "nextDueKind",
        c.unread_from_worker AS unread, c.fee_change_at IS NOT NULL AS "hasFeeChange", c.received_at AS "receivedAt", c.state_changed_at AS "stateChangedAt", c.assignee_id,
        row_number() OVER () AS place
      FROM (SELECT * FROM cases c WHERE ${rest}) c) q
    LEFT JOIN staff s ON s.id = q.assignee_id ORDER BY q.place`
}

function pageOf(rows: readonly QueueRow[], size: number, at: (row: QueueRow) => Date | null): QueuePage {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? { at: at(last), id: last.id } : null }
}
