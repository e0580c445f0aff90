import 'server-only'
import { endOfWeek, type QueueCursor, type QueueRow, type QueueView } from '@/lib/domain/case-queue'
import { dueBounds, facetsOf, orderOf, type QueueFilter } from '@/lib/domain/case-queue-filter'
import { now } from '@/lib/platform/clock'
import { Prisma } from '@/prisma/generated/client'
import type { Scoped } from './within'

export type QueuePage = { readonly rows: readonly QueueRow[]; readonly next: QueueCursor | null }

/** Counting stops here: a person does not need to know whether it is 40,000 or 41,000. */
export const COUNT_LIMIT = 1_000
/** For views that people saved: there may be many, and any filter in each. */
export const SAVED_COUNT_LIMIT = 99

export type ViewCounts = { readonly [view in QueueView]: number }

/**
 * One page of the queue of the office, due first, those without a deadline last; closed cases by their last change, the latest
 * first; what was searched by when it came, the latest first. Which cases, the database says through a function that looks into
 * the actor's office only (app.queue_page); the rows are read by the ordinary way, past row-level security.
 */
export async function listQueue(
  on: Scoped<'case.list'>,
  filter: QueueFilter,
  after: QueueCursor | null,
  size: number,
): Promise<QueuePage> {
  const rows = await select(on, await idsOf(on, filter, after, size + 1))
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? { at: placeOf(filter, last), id: last.id } : null }
}

/** How many cases a filter finds, up to SAVED_COUNT_LIMIT + 1, which stands for "more". */
export async function countQueue(on: Scoped<'case.list'>, filter: QueueFilter): Promise<number> {
  const [found] = await on.db.$queryRaw<
    { count: number }[]
  >`SELECT app.queue_count(${wish(on, filter)}::jsonb, ${SAVED_COUNT_LIMIT + 1}::int) AS count`
  return found?.count ?? 0
}

/** How many cases each built-in view holds, up to COUNT_LIMIT + 1, which stands for "more". `due` counts those due within the week. */
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

async function idsOf(on: Scoped<'case.list'>, filter: QueueFilter, after: QueueCursor | null, wanted: number) {
  const found =
    filter.number === undefined
      ? await on.db.$queryRaw<{ id: string }[]>`SELECT id FROM app.queue_page(${wish(on, filter)}::jsonb,
          ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${wanted}::int) WITH ORDINALITY AS p (id, place) ORDER BY place`
      : await on.db.$queryRaw<
          { id: string }[]
        >`SELECT id FROM cases WHERE number = ${filter.number} AND office_id = ${on.grant.actor.officeId}::uuid`
  return found.map(({ id }) => id)
}

/** The filter as app.queue_page reads it. */
function wish(on: Scoped<'case.list'>, filter: QueueFilter): string {
  const due = filter.due ? dueBounds(filter.due, now()) : null
  return JSON.stringify({
    order: orderOf(filter),
    facets: facetsOf(filter, on.grant.actor.id),
    due_from: due?.from ?? null,
    due_to: due?.to ?? null,
    words: filter.search?.words ?? [],
    number_part: filter.search?.numberPart ?? null,
    codes: filter.search?.codes ?? [],
    parties: filter.search?.parties ?? [],
  })
}

function placeOf(filter: QueueFilter, row: QueueRow): Date | null {
  const order = orderOf(filter)
  if (order === 'closed') return row.stateChangedAt
  return order === 'received' ? row.receivedAt : row.nextDueAt
}

async function select(on: Scoped<'case.list'>, ids: readonly string[]): Promise<QueueRow[]> {
  if (ids.length === 0) return []
  return on.db.$queryRaw<
    QueueRow[]
  >`SELECT c.id, c.number, c.state, c.severity, c.scheme, c.origin, c.destination, c.language, c.grievance_codes AS grievances,
      c.paid_total_jpy AS "paidTotalJpy", c.fee_line_count AS "feeLineCount", c.next_due_at AS "nextDueAt", c.next_due_kind AS "nextDueKind",
      c.next_due_owner AS "nextDueOwner", c.waiting_on AS "waitingOn", c.sign_count AS "signCount", c.fee_verdict AS "feeVerdict",
      c.label_ids AS "labelIds", c.version, c.unread_from_worker AS unread, c.fee_change_at IS NOT NULL AS "hasFeeChange",
      c.received_at AS "receivedAt", c.state_changed_at AS "stateChangedAt",
      CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('id', s.id, 'displayName', s.display_name) END AS assignee
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS p (id, place) JOIN cases c ON c.id = p.id
    LEFT JOIN staff s ON s.id = c.assignee_id ORDER BY p.place`
}
