import 'server-only'
import { isProxyConfirmed, type ConsentDates } from '@/lib/domain/consents'
import type { GroupCaseFacts } from '@/lib/domain/group-acts'
import type { Severity } from '@/lib/domain/severity-levels'
import type { CaseState } from '@/lib/domain/workflow/states'
import { findCaseSeal } from './case-keys'
import type { GroupReader } from './case-groups'
import type { Scoped } from './within'

/** A case of a group: where it stands, what it is about in money, and what decides whether it takes part in an act. */
export type GroupMember = GroupCaseFacts & {
  readonly caseId: string
  readonly number: string
  readonly severity: Severity
  readonly language: string
  readonly assignee: string | null
  readonly addedAt: Date
  readonly claimedJpy: bigint
  readonly agreedJpy: bigint
  readonly repaidJpy: bigint
  readonly paidTotalJpy: bigint
}

/** The cases of a group in the order they came, or one of them. */
export async function listMembers(
  on: Scoped<GroupReader>,
  groupId: string,
  at: Date,
  caseId?: string,
): Promise<readonly GroupMember[]> {
  const rows = await on.db.caseGroupMember.findMany({
    where: { groupId, removedAt: null, ...(caseId === undefined ? {} : { caseId }) },
    select: {
      addedAt: true,
      case: {
        select: {
          id: true,
          number: true,
          state: true,
          severity: true,
          language: true,
          receivedAt: true,
          erasedAt: true,
          claimedJpy: true,
          agreedJpy: true,
          repaidJpy: true,
          paidTotalJpy: true,
          assignee: { select: { displayName: true } },
          key: { select: { caseId: true } },
          people: { select: { kind: true, contactChannel: true } },
          consents: { select: { kind: true, method: true, givenAt: true, expiresAt: true, withdrawnAt: true } },
        },
      },
    },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ addedAt, case: row }) => ({
    caseId: row.id,
    number: row.number,
    state: row.state as CaseState,
    severity: row.severity as Severity,
    language: row.language,
    assignee: row.assignee?.displayName ?? null,
    addedAt,
    claimedJpy: row.claimedJpy,
    agreedJpy: row.agreedJpy,
    repaidJpy: row.repaidJpy,
    paidTotalJpy: row.paidTotalJpy,
    isErased: row.erasedAt !== null || row.key === null,
    contactChannel: row.people.find(({ kind }) => kind === 'worker')?.contactChannel ?? null,
    isProxyUnconfirmed:
      row.people.some(({ kind }) => kind === 'proxy') && !isProxyConfirmed(row.consents, row.receivedAt, at),
    consents: row.consents satisfies readonly (ConsentDates & { kind: string })[],
  }))
}

/** A party that several cases of a group name. */
export type SharedParty = { readonly role: string; readonly name: string | null; readonly cases: number }

type SharedRow = {
  readonly role: string
  readonly cases: number
  readonly registered: string | null
  readonly caseId: string
  readonly id: string
  readonly sealedName: Uint8Array | null
}

/** Parties that at least two cases of a group have in common, by the register or the keyed hash of their names; the most frequent first. */
export async function listSharedParties(on: Scoped<GroupReader>, groupId: string): Promise<readonly SharedParty[]> {
  const rows = await on.db.$queryRaw<SharedRow[]>`WITH named AS (
      SELECT p.role, r.name AS registered, p.case_id, p.id, p.sealed_name_as_given,
        coalesce(r.merged_into_id::text, p.party_id::text, encode(p.name_key, 'hex')) AS same
      FROM case_group_member m JOIN case_party p ON p.case_id = m.case_id LEFT JOIN party r ON r.id = p.party_id
      WHERE m.group_id = ${groupId}::uuid AND m.removed_at IS NULL)
    SELECT role, count(DISTINCT case_id)::int AS cases, max(registered) AS registered,
      (array_agg(case_id ORDER BY id))[1] AS "caseId", (array_agg(id ORDER BY id))[1] AS id,
      (array_agg(sealed_name_as_given ORDER BY id))[1] AS "sealedName"
    FROM named WHERE same IS NOT NULL GROUP BY same, role HAVING count(DISTINCT case_id) > 1 ORDER BY cases DESC, role LIMIT 20`
  const shared = []
  for (const { role, cases, registered, caseId, id, sealedName } of rows) {
    const caseSeal = registered === null && sealedName ? await findCaseSeal(on, caseId) : null
    const given = caseSeal && sealedName ? caseSeal.unseal('case_party.sealed_name_as_given', id, sealedName) : null
    shared.push({ role, cases, name: registered ?? given })
  }
  return shared
}

/** The names and contacts of everybody on the workers' side of these cases, to keep them out of words for others. */
export async function listReporterWords(
  on: Scoped<GroupReader | 'case.change_state'>,
  caseIds: readonly string[],
): Promise<readonly string[]> {
  const people = await on.db.casePerson.findMany({
    where: { caseId: { in: [...caseIds] } },
    select: { id: true, caseId: true, sealedName: true, sealedContact: true },
  })
  const words = []
  for (const { id, caseId, sealedName, sealedContact } of people) {
    const caseSeal = await findCaseSeal(on, caseId)
    if (caseSeal && sealedName) words.push(caseSeal.unseal('case_person.sealed_name', id, sealedName))
    if (caseSeal && sealedContact) words.push(caseSeal.unseal('case_person.sealed_contact', id, sealedContact))
  }
  return words
}
