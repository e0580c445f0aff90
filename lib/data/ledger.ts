import 'server-only'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import { findCaseHead } from './case-page'
import { findCaseSeal } from './case-keys'
import { findAssessment, findUnseenChange } from './fee-assessments'
import { listLedgerLines, type OpenedLine } from './ledger-lines'
import { listLedgerParties } from './ledger-parties'
import { listRevisions } from './ledger-revisions'
import { listLedgerLoans } from './loans'
import { findPlacement } from './placement'
import { findStaffNames } from './staff'
import { listWages } from './wage-facts'
import type { Scoped } from './within'

/** The money side of a case of this office, opened as far as its key is there; null when there is none that the grant may see. */
export async function findLedger(on: Scoped<'case.read'>, number: string): Promise<Ledger | null> {
  const head = await findCaseHead(on, number)
  if (!head) return null
  const caseSeal = await findCaseSeal(on, head.id)
  const open = caseSeal && caseSeal.unseal
  const lines = await listLedgerLines(on, head.id, open)
  const revisions = open ? await listRevisions(on, head.id, open) : []
  const { wages, version: wagesVersion } = await listWages(on, head.id, open)
  const nameOf = await findStaffNames(on, [
    ...lines.flatMap((line) => [line.addedById, line.supportById]),
    ...revisions.map(({ changedById }) => changedById),
  ])
  const named = ({ addedById, supportById, ...line }: OpenedLine) => ({
    ...line,
    addedBy: nameOf(addedById),
    supportBy: nameOf(supportById),
  })
  const isCounted = ({ removedAt, splitAt }: OpenedLine) => removedAt === null && splitAt === null
  return {
    head,
    isReadable: caseSeal !== null,
    lines: lines.filter(isCounted).map(named),
    setAside: lines.filter((line) => !isCounted(line)).map(named),
    loans: await listLedgerLoans(on, head.id, open),
    wages,
    wagesVersion,
    placement: (await findPlacement(on, head.id))?.placement ?? null,
    parties: await listLedgerParties(on, head.id, open),
    revisions: revisions.map(({ changedById, ...revision }) => ({ ...revision, by: nameOf(changedById) })),
    assessment: await findAssessment(on, head.id),
    unseenChange: await findUnseenChange(on, head.id),
  }
}
