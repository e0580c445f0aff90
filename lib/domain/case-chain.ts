import type { CaseLoan, ChainParty, LedgerLine } from './case-money'
import type { CaseAssessment, LineAssessment, Verdict } from './fees/assessment/assessment'

/** The way of a recruitment, in the order the worker passes it; each scheme has one of the bodies in the third place. */
const WAY = [
  'broker',
  'sending_organization',
  'supervising_organization',
  'supervising_support_organization',
  'accepting_company',
] as const

/** One party of the picture. Amounts are yen; `lent` is null for who lent nothing or an amount nobody said. */
export type ChainStation = {
  readonly id: string
  readonly role: string
  readonly name: string | null
  /** On the way from the first contact to the workplace; the others stand beside it. */
  readonly isOnWay: boolean
  readonly paidJpy: bigint | null
  readonly isLender: boolean
  /** Of somebody who lent money. */
  readonly lenderKind: string | null
  readonly lentJpy: bigint | null
  /** The gravest verdict on what was paid here; null where nothing was judged. */
  readonly verdict: LineAssessment | null
  readonly claimJpy: bigint
  readonly likelyJpy: bigint
}

/** Who stands between the worker and the job, and what was paid to whom. `outsideJpy` went to nobody who is named. */
export type Chain = {
  readonly way: readonly ChainStation[]
  readonly beside: readonly ChainStation[]
  readonly outsideJpy: bigint
}

const GRAVITY: Readonly<Record<Verdict, number>> = {
  within_cap: 1,
  no_rule_known: 0,
  missing_facts: 2,
  likely_above: 3,
  above_cap: 4,
  prohibited: 5,
}

/** The supply chain of a case with its money: parties on the way in its order, who stands beside it and who lent money after them. */
export function chainOf(
  parties: readonly ChainParty[],
  ledger: readonly LedgerLine[],
  loans: readonly CaseLoan[],
  assessment: CaseAssessment | null,
): Chain {
  const stations = [...parties.map((party) => stationOf(party, ledger, assessment)), ...loans.map(lenderOf)]
  const place = ({ role }: ChainStation) => (WAY as readonly string[]).indexOf(role)
  const paid = (sum: bigint, jpy: bigint | null) => sum + (jpy ?? 0n)
  const total = ledger.map(({ jpyMinor }) => jpyMinor).reduce(paid, 0n)
  const outside = total - stations.map(({ paidJpy }) => paidJpy).reduce(paid, 0n)
  return {
    way: stations.filter(({ isOnWay }) => isOnWay).toSorted((a, b) => place(a) - place(b)),
    beside: stations.filter(({ isOnWay }) => !isOnWay),
    outsideJpy: outside > 0n ? outside : 0n,
  }
}

function stationOf(party: ChainParty, ledger: readonly LedgerLine[], assessment: CaseAssessment | null): ChainStation {
  const own = new Set(ledger.filter(({ casePartyId }) => casePartyId === party.id).map(({ id }) => id))
  const judged = (assessment?.lines ?? []).filter(({ lineId }) => own.has(lineId))
  const claim = assessment?.claims.find(({ partyKey }) => partyKey === party.id)
  return {
    id: party.id,
    role: party.role,
    name: party.name ?? party.registeredName,
    isOnWay: (WAY as readonly string[]).includes(party.role),
    paidJpy: party.paidJpy,
    isLender: party.role === 'lender',
    lenderKind: null,
    lentJpy: null,
    verdict: judged.toSorted((a, b) => GRAVITY[b.verdict] - GRAVITY[a.verdict])[0] ?? null,
    claimJpy: claim?.aboveCapJpy ?? 0n,
    likelyJpy: claim?.likelyJpy ?? 0n,
  }
}

function lenderOf(loan: CaseLoan): ChainStation {
  return {
    id: loan.id,
    role: 'lender',
    name: loan.lenderName,
    isOnWay: false,
    paidJpy: null,
    isLender: true,
    lenderKind: loan.lenderKind,
    lentJpy: loan.outstandingJpy,
    verdict: null,
    claimJpy: 0n,
    likelyJpy: 0n,
  }
}
