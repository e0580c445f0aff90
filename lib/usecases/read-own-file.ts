import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listStatements } from '@/lib/data/case-parts'
import { listEvidence } from '@/lib/data/evidence'
import { findOwnAssessment } from '@/lib/data/fee-assessments'
import { findOwnCase } from '@/lib/data/own-case'
import { within } from '@/lib/data/within'
import type { Said } from '@/lib/domain/case-words'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import type { CaseEvidence } from '@/lib/domain/files/evidence'
import { readOwnCase, type OwnCaseReading } from './read-own-case'
import { readOwnFacts, type OwnFacts } from './read-own-facts'

/** Everything of a case that belongs to its worker, to be taken along. */
export type OwnFile = {
  readonly reading: OwnCaseReading
  readonly facts: OwnFacts
  readonly statements: readonly Said[]
  /** Named, not enclosed; those taken back are not among them. */
  readonly files: readonly CaseEvidence[]
  /** The verdict on the payments that counts now; null while there was nothing to judge. */
  readonly verdict: StoredAssessment | null
}

/** All that the worker told and was told, and the event that it was taken along; null when the case was erased. */
export async function readOwnFile(grant: Grant<'own_case.read'>): Promise<OwnFile | null> {
  const reading = await readOwnCase(grant)
  const facts = await readOwnFacts(grant)
  const told = await within(grant, async (on) => {
    const own = await findOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return null
    const statements = await listStatements(on, own.id, caseSeal.unseal)
    const files = (await listEvidence(on, own.id, caseSeal)).filter(({ removedAt }) => removedAt === null)
    await appendAudit(on, own.office.id, 'own_case.downloaded', { caseId: own.id })
    return { statements, files, verdict: await findOwnAssessment(on) }
  })
  return reading && facts && told && { reading, facts, ...told }
}
