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
  // One after the other: a transaction has one connection.
  const row = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      origin: true,
      scheme: true,
      grievanceCodes: true,
      isAnonymous: true,
      receivedAt: true,
      departureOn: true,
      contractEndOn: true,
      placement: { select: { workStartedOn: true, workEndedOn: true } },
    },
  })
  const lines = await on.db.feeLine.findMany({
    where: { caseId, removedAt: null, splitAt: null },
    select: { id: true, category: true, lumpCategories: true, payeeRole: true, paidOn: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const parties = await on.db.caseParty.findMany({ where: { caseId }, select: { role: true } })
  const pay = await on.db.wageFact.findMany({
    where: { caseId, removedAt: null, forMonth: { not: null } },
    select: { forMonth: true },
    orderBy: { forMonth: 'asc' },
  })
  const files = await on.db.evidence.findMany({ where: { caseId, removedAt: null }, select: { kind: true } })
  const stories = await on.db.statement.count({ where: { caseId } })
  return forumFactsOf({
    ...row,
    workStartedOn: row.placement?.workStartedOn ?? null,
    workEndedOn: row.placement?.workEndedOn ?? null,
    lines,
    roles: parties.map(({ role }) => role),
    payMonths: pay.flatMap(({ forMonth }) => (forMonth === null ? [] : [forMonth])),
    files: files.map(({ kind }) => kind),
    stories,
  })
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
