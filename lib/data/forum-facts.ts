import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { dayInJapan } from '@/lib/domain/calendar/day'
import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { ForumFacts } from '@/lib/domain/forums/case-claims'
import type { GrievanceCode } from '@/lib/domain/grievances/catalog'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { Scoped } from './within'

/** What forums and time limits of one case depend on, as it is now. */
export async function loadForumFacts(on: Scoped<Permission>, caseId: string): Promise<ForumFacts> {
  const [row] = await on.db.$queryRaw<{ facts: StoredRows }[]>`
    SELECT jsonb_build_object('origin', c.origin, 'scheme', c.scheme, 'grievanceCodes', to_jsonb(c.grievance_codes),
      'isAnonymous', c.is_anonymous, 'receivedAt', c.received_at, 'departureOn', c.departure_on, 'contractEndOn', c.contract_end_on,
      'workStartedOn', p.work_started_on, 'workEndedOn', p.work_ended_on,
      'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'category', l.category, 'lumpCategories',
          to_jsonb(l.lump_categories), 'payeeRole', l.payee_role, 'paidOn', l.paid_on) ORDER BY l.position, l.id), '[]')
        FROM fee_line l WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL),
      'roles', (SELECT coalesce(jsonb_agg(r.role), '[]') FROM case_party r WHERE r.case_id = c.id),
      'payMonths', (SELECT coalesce(jsonb_agg(w.for_month ORDER BY w.for_month), '[]') FROM wage_fact w
        WHERE w.case_id = c.id AND w.removed_at IS NULL AND w.for_month IS NOT NULL),
      'files', (SELECT coalesce(jsonb_agg(e.kind), '[]') FROM evidence e WHERE e.case_id = c.id AND e.removed_at IS NULL),
      'stories', (SELECT count(*) FROM statement s WHERE s.case_id = c.id)) AS facts
    FROM cases c LEFT JOIN placement p ON p.case_id = c.id WHERE c.id = ${caseId}::uuid`
  if (row === undefined) throw new Error('no case for its forums')
  return forumFactsOf(fromStored(row.facts))
}

/** The rows as JSON carries them. */
export type StoredRows = Omit<ForumRows, 'receivedAt'> & { readonly receivedAt: string }

export function fromStored(rows: StoredRows): ForumRows {
  return { ...rows, receivedAt: new Date(rows.receivedAt) }
}

/** What the tables hold of it. */
export type ForumRows = {
  readonly origin: string | null
  readonly scheme: string | null
  readonly grievanceCodes: readonly string[]
  readonly isAnonymous: boolean
  readonly receivedAt: Date
  readonly departureOn: string | null
  readonly contractEndOn: string | null
  readonly workStartedOn: string | null
  readonly workEndedOn: string | null
  readonly lines: readonly {
    readonly id: string
    readonly category: string | null
    readonly lumpCategories: readonly string[]
    readonly payeeRole: string | null
    readonly paidOn: string | null
  }[]
  readonly roles: readonly string[]
  readonly payMonths: readonly string[]
  readonly files: readonly string[]
  readonly stories: number
}

/** The facts that these rows say. */
export function forumFactsOf(row: ForumRows): ForumFacts {
  const { lines, roles } = row
  return {
    origin: row.origin,
    scheme: row.scheme as SchemeCode | null,
    grievances: row.grievanceCodes as GrievanceCode[],
    lines: lines.map(({ category, lumpCategories, payeeRole, ...line }) => ({
      ...line,
      category: category as FeeCategoryCode | null,
      lumpCategories: [...lumpCategories] as FeeCategoryCode[],
      payeeRole: payeeRole as PartyRole | null,
    })),
    roles: [
      ...new Set([
        ...roles.map((role) => role as PartyRole),
        ...lines.flatMap(({ payeeRole }) => (payeeRole === null ? [] : [payeeRole as PartyRole])),
      ]),
    ],
    isAnonymous: row.isAnonymous,
    receivedOn: dayInJapan(row.receivedAt),
    workStartedOn: row.workStartedOn,
    workEndedOn: row.workEndedOn,
    departureOn: row.departureOn,
    contractEndOn: row.contractEndOn,
    payMonths: [...new Set(row.payMonths)],
    files: row.files.map((kind) => kind as FilePurpose),
    hasStory: row.stories > 0,
  }
}
