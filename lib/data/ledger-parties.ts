import 'server-only'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import type { LineInput } from '@/lib/domain/fees/ledger/line-input'
import { isPartyRole } from '@/lib/domain/fees/payees'
import type { Opener } from './case-parts'
import type { Scoped } from './within'

type Payee = Pick<LineInput, 'payeeRole' | 'payeeName' | 'casePartyId'>

/** The parties of a case that a payment can be to, in the order of the chain. */
export async function listLedgerParties(
  on: Scoped<'case.read'>,
  caseId: string,
  open: Opener | null,
): Promise<LedgerParty[]> {
  const rows = await on.db.caseParty.findMany({
    where: { caseId },
    include: { party: { select: { name: true } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, role, sealedNameAsGiven, party }) => {
    const given = open && sealedNameAsGiven && open('case_party.sealed_name_as_given', id, sealedNameAsGiven)
    return isPartyRole(role) ? [{ id, role, name: given ?? party?.name ?? null }] : []
  })
}

/** A payee with the role it has in the case; null when the party it names is none of the case. */
export async function findPayee<T extends Payee>(
  on: Scoped<'case.write_fees'>,
  caseId: string,
  payee: T,
): Promise<T | null> {
  if (payee.casePartyId === null) return payee
  const row = await on.db.caseParty.findFirst({ where: { id: payee.casePartyId, caseId }, select: { role: true } })
  if (!row) return null
  return isPartyRole(row.role) ? { ...payee, payeeRole: row.role } : payee
}
