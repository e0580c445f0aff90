import { z } from 'zod'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { DUE_GROUPS, QUEUE_VIEWS, type QueueCursor } from '@/lib/domain/case-queue'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { VERDICTS } from '@/lib/domain/fees/assessment/assessment'
import { GRIEVANCE_CODES } from '@/lib/domain/grievances/catalog'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { WAITING_ON } from '@/lib/domain/waiting-on'
import { STATES } from '@/lib/domain/workflow/states'

/** Rows on one page of the queue; the first is the standard. */
export const PAGE_SIZES = [25, 50] as const

const cursorPattern = /^(?:(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)|none)_([0-9a-f-]{36})$/

/** The address of the queue. What is not known is left out: an old link still shows the queue. */
export const queueQuerySchema = z.object({
  view: z.enum(QUEUE_VIEWS).catch('due'),
  severity: z.enum(SEVERITIES).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  origin: z.enum(ORIGIN_CODES).optional().catch(undefined),
  scheme: z.enum(SCHEME_CODES).optional().catch(undefined),
  category: z.enum(GRIEVANCE_CODES).optional().catch(undefined),
  officer: z.uuid().optional().catch(undefined),
  waiting: z.enum(WAITING_ON).optional().catch(undefined),
  verdict: z.enum(VERDICTS).optional().catch(undefined),
  label: z.uuid().optional().catch(undefined),
  due: z.enum(DUE_GROUPS).optional().catch(undefined),
  unread: z.literal('yes').optional().catch(undefined),
  signs: z.literal('yes').optional().catch(undefined),
  /** The id of a saved view, to show which one is open. */
  saved: z.uuid().optional().catch(undefined),
  /** What was searched for, sealed: an address never holds what somebody typed. */
  s: z
    .string()
    .regex(/^[\w-]{20,1200}$/)
    .optional()
    .catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(25), z.literal(50)]))
    .catch(25),
  after: z.string().regex(cursorPattern).optional().catch(undefined),
})

export type QueueQuery = z.output<typeof queueQuerySchema>

/** What the address asks for. `slip` is a number typed that is no case number: nothing can be found with it. */
export function readQueueQuery(params: Record<string, string | string[] | undefined>): {
  query: QueueQuery
  filter: QueueFilter
  after: QueueCursor | null
  slip: string | null
} {
  const query = queueQuerySchema.parse(
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])),
  )
  const typed = query.q ? parseCaseNumber(query.q) : null
  const { view, severity, state, origin, scheme, category, officer, waiting, verdict, label, due, unread, signs } =
    query
  return {
    query,
    filter: {
      view,
      severity,
      state,
      origin,
      scheme,
      category,
      assigneeId: officer,
      waiting,
      verdict,
      label,
      due,
      isUnread: unread === 'yes',
      hasSigns: signs === 'yes',
      number: typed?.ok ? typed.value : undefined,
    },
    after: readCursor(query.after),
    slip: typed && !typed.ok ? (query.q ?? null) : null,
  }
}

/** A cursor as it stands in the address. */
export function writeCursor({ at, id }: QueueCursor): string {
  return `${at ? at.toISOString() : 'none'}_${id}`
}

function readCursor(text: string | undefined): QueueCursor | null {
  const found = text === undefined ? null : cursorPattern.exec(text)
  return found?.[2] === undefined ? null : { at: found[1] === undefined ? null : new Date(found[1]), id: found[2] }
}

/** What of the address is a filter, as text: codes and ids only. This is what a saved view keeps. */
export function viewParams(query: QueueQuery): string {
  const { after: _after, s: _search, q: _number, saved: _saved, size: _size, ...codes } = query
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(codes))
    if (value !== undefined && value !== '') params.set(name, String(value))
  return params.toString()
}

/** The address of the queue with some parts changed; the cursor is left out unless it is one of them. */
export function queueHref(locale: string, query: QueueQuery, changes: Partial<QueueQuery>): string {
  const { after: _, ...kept } = query
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...kept, ...changes })) {
    if (value === undefined || value === '' || (name === 'size' && value === PAGE_SIZES[0])) continue
    params.set(name, String(value))
  }
  return `/${locale}/cases?${params.toString()}`
}
