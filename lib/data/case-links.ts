import 'server-only'
import type { LinkKind, OtherCase, SharedTraits } from '@/lib/domain/related-cases'
import type { Severity } from '@/lib/domain/severity-levels'
import type { ClosingCode } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

type LinkReader = 'case.read' | 'case.change_state' | 'group.manage'

/** A link as it is seen from one of its cases. `isFrom`: of a duplicate, this case is the one told again. */
export type CaseLink = {
  readonly id: string
  readonly kind: LinkKind
  readonly isFrom: boolean
  readonly reasons: readonly string[]
  readonly linkedAt: Date
  readonly other: OtherCase
}

const OTHER = {
  id: true,
  number: true,
  state: true,
  severity: true,
  closingCode: true,
  receivedAt: true,
} as const

/** The links of a case that hold, the latest first. Both cases are of this office: others are not seen. */
export async function listLinks(on: Scoped<LinkReader>, caseId: string): Promise<readonly CaseLink[]> {
  const rows = await on.db.caseLink.findMany({
    where: { unlinkedAt: null, OR: [{ caseId }, { otherId: caseId }] },
    include: { case: { select: OTHER }, other: { select: OTHER } },
    orderBy: [{ linkedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => {
    const isFrom = row.caseId === caseId
    const other = isFrom ? row.other : row.case
    return {
      id: row.id,
      kind: row.kind as LinkKind,
      isFrom,
      reasons: row.reasons,
      linkedAt: row.linkedAt,
      other: {
        ...other,
        state: other.state as CaseState,
        severity: other.severity as Severity,
        closingCode: other.closingCode as ClosingCode | null,
      },
    }
  })
}

/** Another case of this office by its number; null when there is none. */
export function findOtherCase(
  on: Scoped<LinkReader>,
  number: string,
): Promise<{ id: string; number: string; closingCode: string | null } | null> {
  return on.db.case.findFirst({
    where: { number, officeId: on.grant.actor.officeId, erasedAt: null },
    select: { id: true, number: true, closingCode: true },
  })
}

/** A link to store. */
export type NewLink = {
  readonly caseId: string
  readonly otherId: string
  readonly kind: LinkKind
  readonly reasons: readonly string[]
  readonly requestId: string
  readonly linkedAt: Date
}

/** Links two cases. False when they are linked already. */
export async function insertLink(on: Scoped<'case.change_state'>, link: NewLink): Promise<boolean> {
  const { actor } = on.grant
  const { count } = await on.db.caseLink.createMany({
    data: [{ ...link, id: newId(), reasons: [...link.reasons], officeId: actor.officeId, linkedById: actor.id }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Whether the form of this id linked two cases before. */
export async function wasLinkedByForm(on: Scoped<'case.change_state'>, requestId: string): Promise<boolean> {
  return (await on.db.caseLink.count({ where: { requestId } })) > 0
}

/** Ends a link. False when it was ended already. */
export async function endLink(on: Scoped<'case.change_state'>, id: string, unlinkedAt: Date): Promise<boolean> {
  const { count } = await on.db.caseLink.updateMany({
    where: { id, unlinkedAt: null },
    data: { unlinkedAt, unlinkedById: on.grant.actor.id },
  })
  return count === 1
}

/**
 * Cases of this office that share something with one, as the database found them (migration groups), without those that are linked
 * already.
 */
export async function listSharing(
  on: Scoped<'case.read' | 'case.change_state'>,
  caseId: string,
): Promise<readonly (OtherCase & SharedTraits)[]> {
  return on.db.$queryRaw<
    (OtherCase & SharedTraits)[]
  >`SELECT r.id, r.number, r.state, r.severity, r.closing_code AS "closingCode",
      r.received_at AS "receivedAt", r.roles, r.same_job_order AS "sameJobOrder", r.same_programme AS "sameProgramme",
      r.same_poster AS "samePoster", r.same_corridor AS "sameCorridor", r.same_total AS "sameTotal",
      r.same_amounts::int AS "sameAmounts", r.same_language AS "sameLanguage", r.days_apart AS "daysApart"
    FROM app.related_cases(${caseId}::uuid) r
    WHERE NOT EXISTS (SELECT 1 FROM case_link l WHERE l.unlinked_at IS NULL
      AND ((l.case_id = ${caseId}::uuid AND l.other_id = r.id) OR (l.other_id = ${caseId}::uuid AND l.case_id = r.id)))`
}

/** Officers with a tie: declared in this very case, or in another one with a party of it. */
export type DeclaredTies = { readonly here: readonly string[]; readonly elsewhere: readonly string[] }

/** The ties that officers of this office declared before. */
export async function listDeclaredTies(on: Scoped<'case.read'>, caseId: string): Promise<DeclaredTies> {
  const here = await on.db.$queryRaw<{ id: string }[]>`SELECT DISTINCT detail ->> 'staffId' AS id FROM audit_event
    WHERE case_id = ${caseId}::uuid AND action = 'case.conflict_declared'`
  const elsewhere = await on.db.$queryRaw<
    { id: string }[]
  >`SELECT id::text FROM app.tied_elsewhere(${caseId}::uuid) AS t (id)`
  return { here: here.map(({ id }) => id), elsewhere: elsewhere.map(({ id }) => id) }
}
