import 'server-only'
import type { LedgerRevision } from '@/lib/domain/fees/ledger/ledger'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Opener } from './case-parts'
import type { Scoped } from './within'

/** The fields of something before an edit; amounts as digits, instants as ISO 8601. */
export type Before = LedgerRevision['before']

/** An edit of a ledger: of what, what it was, and why. */
export type NewRevision = {
  readonly subject: LedgerRevision['subject']
  readonly subjectId: string
  readonly change: LedgerRevision['change']
  readonly before: Before
  readonly reason: string | null
  readonly changedAt: Date
}

/** Keeps what was there before an edit and why it was edited, sealed, in the name of who edited. */
export async function insertRevisions(
  on: Scoped<'case.write_fees' | 'case.decide_correction'>,
  caseSeal: CaseSeal,
  revisions: readonly NewRevision[],
): Promise<void> {
  await on.db.ledgerRevision.createMany({
    data: revisions.map(({ before, reason, ...revision }) => {
      const id = newId()
      return {
        id,
        caseId: caseSeal.caseId,
        ...revision,
        sealedBefore: caseSeal.seal('ledger_revision.sealed_before', id, JSON.stringify(before)),
        sealedReason: reason === null ? null : caseSeal.seal('ledger_revision.sealed_reason', id, reason),
        changedByKind: 'staff',
        changedById: on.grant.actor.id,
      }
    }),
  })
}

/** Every edit of the ledger of a case, the latest first; who edited by id. */
export async function listRevisions(
  on: Scoped<'case.read'>,
  caseId: string,
  open: Opener,
): Promise<(Omit<LedgerRevision, 'by'> & { readonly changedById: string | null })[]> {
  const rows = await on.db.ledgerRevision.findMany({
    where: { caseId },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject as LedgerRevision['subject'],
    subjectId: row.subjectId,
    change: row.change as LedgerRevision['change'],
    before: JSON.parse(open('ledger_revision.sealed_before', row.id, row.sealedBefore)) as Before,
    reason: row.sealedReason && open('ledger_revision.sealed_reason', row.id, row.sealedReason),
    changedById: row.changedById,
    changedAt: row.changedAt,
  }))
}

/** The fields of a subject in the form a revision keeps: what changes only by keeping house is left out. */
export function beforeOf(subject: Readonly<Record<string, unknown>>): Before {
  return Object.fromEntries(
    Object.entries(subject).flatMap(([name, value]) => (HOUSEKEEPING.has(name) ? [] : [[name, kept(value)] as const])),
  )
}

const HOUSEKEEPING = new Set(['id', 'version', 'position'])

function kept(value: unknown): Before[string] {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}
