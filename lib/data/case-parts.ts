import 'server-only'
import type { CasePerson, CaseReferral, CaseRemedy } from '@/lib/domain/case-file'
import type { CaseLoan, ChainParty, LedgerLine } from '@/lib/domain/case-money'
import type { IndicatorFinding } from '@/lib/domain/case-signs'
import type { Said } from '@/lib/domain/case-words'
import { personFactsOf } from '@/lib/domain/report/person-facts'
import type { Scoped } from './within'

/** Opens what is sealed in a column of a row. */
export type Opener = (column: string, row: string, sealed: Uint8Array) => string

type On = Scoped<'case.read' | 'case.replace_code' | 'case.rescue'>

/** The worker's words and those added later, in the order they were said. */
export async function listStatements(
  on: Scoped<'case.read' | 'own_case.read' | 'case.rescue'>,
  caseId: string,
  open: Opener,
): Promise<Said[]> {
  const rows = await on.db.statement.findMany({ where: { caseId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    id: row.id,
    authorKind: row.authorKind,
    language: row.language,
    text: open('statement.sealed_text', row.id, row.sealedText),
    createdAt: row.createdAt,
  }))
}

/** The worker and who helps, with how they can be reached. */
export async function listPeople(on: On, caseId: string, open: Opener): Promise<CasePerson[]> {
  const rows = await on.db.casePerson.findMany({ where: { caseId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.sealedName && open('case_person.sealed_name', row.id, row.sealedName),
    contactChannel: row.contactChannel,
    contact: row.sealedContact && open('case_person.sealed_contact', row.id, row.sealedContact),
    safeTimes: row.sealedSafeTimes && open('case_person.sealed_safe_times', row.id, row.sealedSafeTimes),
    mayLeaveMessage: row.mayLeaveMessage,
    language: row.language,
    facts: personFactsOf(row),
  }))
}

/** Who stood between the worker and the job, in order, with what was paid to each; names as given, without a key only the registered ones. */
export async function listChain(on: On, caseId: string, open: Opener | null): Promise<ChainParty[]> {
  const rows = await on.db.caseParty.findMany({
    where: { caseId },
    include: {
      party: { select: { name: true } },
      feeLines: { where: { removedAt: null, splitAt: null }, select: { jpyMinor: true } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    name: open && row.sealedNameAsGiven && open('case_party.sealed_name_as_given', row.id, row.sealedNameAsGiven),
    registeredName: row.party?.name ?? null,
    paidJpy: row.feeLines.length === 0 ? null : row.feeLines.reduce((sum, line) => sum + (line.jpyMinor ?? 0n), 0n),
  }))
}

/** The payments in the order they were told. */
export async function listLedger(on: On, caseId: string, open: Opener | null): Promise<LedgerLine[]> {
  const rows = await on.db.feeLine.findMany({
    where: { caseId, removedAt: null, splitAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    payeeRole: row.payeeRole,
    payeeName: open && row.sealedPayeeName && open('fee_line.sealed_payee_name', row.id, row.sealedPayeeName),
    casePartyId: row.casePartyId,
    category: row.category,
    amountMinor: row.amountMinor,
    amountMaxMinor: row.amountMaxMinor,
    currency: row.currency,
    amountAsTyped:
      open && row.sealedAmountAsTyped && open('fee_line.sealed_amount_as_typed', row.id, row.sealedAmountAsTyped),
    precision: row.precision,
    paidOn: row.paidOn,
    method: row.method,
    receipt: row.receipt,
    toldBeforeSigning: row.toldBeforeSigning,
    refundedMinor: row.refundedMinor,
    jpyMinor: row.jpyMinor,
    ratePeriod: row.ratePeriod,
    rateBasis: row.rateBasis,
    addedByKind: row.addedByKind,
  }))
}

/** Money borrowed on the way to the job. */
export async function listLoans(on: On, caseId: string, open: Opener | null): Promise<CaseLoan[]> {
  const rows = await on.db.loan.findMany({
    where: { caseId, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    lenderKind: row.lenderKind,
    lenderName: open && row.sealedLenderName && open('loan.sealed_lender_name', row.id, row.sealedLenderName),
    principalMinor: row.principalMinor,
    outstandingMinor: row.outstandingMinor,
    currency: row.currency,
    amountAsTyped:
      open && row.sealedAmountAsTyped && open('loan.sealed_amount_as_typed', row.id, row.sealedAmountAsTyped),
    outstandingJpy: row.outstandingJpy,
    collateral: row.collateral,
  }))
}

/** The signs that answers raised; who judged by id. */
export async function listIndicators(
  on: On,
  caseId: string,
): Promise<(Omit<IndicatorFinding, 'judgedBy'> & { judgedById: string | null })[]> {
  return on.db.indicatorFinding.findMany({
    where: { caseId },
    select: {
      id: true,
      indicator: true,
      raisedBy: true,
      judgement: true,
      judgedById: true,
      judgedAt: true,
      version: true,
    },
    orderBy: { indicator: 'asc' },
  })
}

/** Where the case goes. */
export async function listReferrals(on: On, caseId: string): Promise<CaseReferral[]> {
  const rows = await on.db.referral.findMany({
    where: { caseId },
    select: {
      id: true,
      bodyCode: true,
      toOfficeId: true,
      purpose: true,
      dataItems: true,
      state: true,
      outcomeCode: true,
      createdAt: true,
      sentAt: true,
      answeredAt: true,
      withdrawnAt: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const ids = rows.flatMap(({ toOfficeId }) => toOfficeId ?? [])
  const offices =
    ids.length === 0
      ? []
      : await on.db.office.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return rows.map(({ toOfficeId, ...row }) => ({
    ...row,
    officeName: offices.find(({ id }) => id === toOfficeId)?.name ?? null,
  }))
}

/** What is to put the wrong right, with its payments. */
export async function listRemedies(on: On, caseId: string, open: Opener | null): Promise<CaseRemedy[]> {
  const rows = await on.db.remedy.findMany({
    where: { caseId },
    include: { repayments: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ claimedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    claimedMinor: row.claimedMinor,
    agreedMinor: row.agreedMinor,
    currency: row.currency,
    terms: open && row.sealedTerms && open('remedy.sealed_terms', row.id, row.sealedTerms),
    termsLanguage: row.termsLanguage,
    agreedAt: row.agreedAt,
    workerAcceptedAt: row.workerAcceptedAt,
    deliveredAt: row.deliveredAt,
    workerConfirmedAt: row.workerConfirmedAt,
    failedAt: row.failedAt,
    claimedAt: row.claimedAt,
    offeredAt: row.offeredAt,
    declinedAt: row.declinedAt,
    replacedAt: row.replacedAt,
    droppedAt: row.droppedAt,
    repayments: row.repayments.map(({ id, dueOn, paidOn, amountMinor, currency, workerConfirmedAt, arrivedMinor }) => ({
      arrivedMinor,
      id,
      dueOn,
      paidOn,
      amountMinor,
      currency,
      workerConfirmedAt,
    })),
  }))
}

/** Who did or read what, the latest first. */
export async function listEvents(on: On, caseId: string, count: number) {
  const rows = await on.db.auditEvent.findMany({
    where: { caseId, officeId: on.grant.actor.officeId },
    select: { id: true, at: true, actorKind: true, actorId: true, action: true, detail: true },
    orderBy: { at: 'desc' },
    take: count,
  })
  return rows.map((row) => ({ ...row, detail: row.detail as Readonly<Record<string, unknown>> }))
}
