import 'server-only'
import { corridorOf } from '@/lib/domain/corridor'
import { consentExpiry } from '@/lib/domain/consents'
import { caseTotals } from '@/lib/domain/fees/case-totals'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { OpenedCase } from '@/lib/domain/report/open-case'
import type { IntakeChannel } from '@/lib/domain/report/contact-channels'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { newId } from '@/lib/platform/ids'
import { hashSecretCode } from '@/lib/sealing/blind-index'
import { newCaseSeal, type CaseSeal } from '@/lib/sealing/case-seal'
import { feeLineRow, inCurrency } from './fee-lines'
import { insertRows } from './insert-rows'
import type { Scoped } from './within'

/** A report that becomes a case: the answers, what the domain made of them, and how they came. */
export type NewCase = {
  readonly id: string
  readonly number: string
  /** The worker's secret code; only its keyed hash is stored. */
  readonly code: string
  readonly submissionId: string
  readonly officeId: string
  readonly answers: ReportAnswers
  readonly opened: OpenedCase
  readonly locale: string
  readonly channel: IntakeChannel
  readonly consent: { readonly method: string; readonly textVersion: string; readonly witnessStaffId: string | null }
  readonly rates: readonly ExchangeRate[]
  readonly receivedAt: Date
}

/** Writes a case with all its parts in one statement. Throws a unique violation when the number, or the submission, is there already. */
export async function insertNewCase(
  on: Scoped<'report.submit' | 'case.file_for_worker'>,
  report: NewCase,
): Promise<void> {
  const { caseSeal, wrapped } = newCaseSeal(report.id)
  const parties = partyRows(caseSeal, report)
  const { actor } = on.grant
  const typedById = actor.kind === 'staff' ? actor.id : null
  const feeLines = feeRows(caseSeal, report, parties, typedById)
  const loans = loanRows(caseSeal, report)
  await insertRows(on, [
    { table: 'cases', rows: [caseRow(report, feeLines, loans)] },
    { table: 'case_key', rows: [{ caseId: report.id, ...wrapped }] },
    { table: 'statement', rows: statementRows(caseSeal, report) },
    { table: 'case_person', rows: personRows(caseSeal, report) },
    { table: 'case_party', rows: parties },
    { table: 'fee_line', rows: feeLines },
    { table: 'loan', rows: loans },
    { table: 'consent', rows: consentRows(report) },
    {
      table: 'deadline',
      rows: report.opened.deadlines.map(({ kind, dueAt }) => ({
        id: newId(),
        caseId: report.id,
        kind,
        ownerKind: 'officer',
        dueAt,
        createdAt: report.receivedAt,
      })),
    },
    {
      table: 'indicator_finding',
      rows: report.opened.indicators.map(({ indicator, raisedBy }) => ({
        id: newId(),
        caseId: report.id,
        indicator,
        raisedBy: [...raisedBy],
      })),
    },
    {
      table: 'state_move',
      rows: [
        {
          id: newId(),
          caseId: report.id,
          fromState: null,
          toState: 'received',
          byKind: typedById ? 'staff' : 'worker',
          byStaffId: typedById,
          movedAt: report.receivedAt,
        },
      ],
    },
    {
      table: 'audit_event',
      rows: [
        {
          id: newId(),
          officeId: report.officeId,
          actorKind: actor.kind,
          actorId: typedById,
          action: 'case.received',
          caseId: report.id,
          detail: { channel: report.channel, severity: report.opened.severity },
        },
      ],
    },
  ])
}

function caseRow(
  report: NewCase,
  feeLines: readonly ReturnType<typeof feeLineRow>[],
  loans: ReturnType<typeof loanRows>,
) {
  const { answers, opened } = report
  const totals = caseTotals(feeLines, loans)
  return {
    id: report.id,
    number: report.number,
    officeId: report.officeId,
    submissionId: report.submissionId,
    codeHash: hashSecretCode(report.code),
    state: 'received',
    severity: opened.severity,
    severityReasons: [...opened.severityReasons],
    scheme: answers.scheme ?? null,
    origin: answers.origin ?? null,
    destination: answers.destination,
    corridor: answers.origin ? corridorOf(answers.origin, answers.destination) : null,
    channel: report.channel,
    language: report.locale,
    grievanceCodes: [...answers.grievances],
    dangerCodes: [...answers.dangers],
    isAnonymous: answers.contact.channel === 'here_only',
    receivedAt: report.receivedAt,
    stateChangedAt: report.receivedAt,
    nextDueAt: opened.nextDeadline?.dueAt ?? null,
    nextDueKind: opened.nextDeadline?.kind ?? null,
    eraseDueAt: opened.eraseDueAt,
    inStatistics: answers.consents.includes('statistics'),
    paidAnswer: answers.fees.length > 0 ? 'yes' : (answers.paid ?? null),
    inDebt: answers.debt ? answers.debt.borrowed === 'yes' : null,
    createdAt: report.receivedAt,
    ...totals,
  }
}

function statementRows(caseSeal: CaseSeal, report: NewCase) {
  const { story } = report.answers
  if (!story) return []
  const id = newId()
  return [
    {
      id,
      caseId: report.id,
      authorKind: 'worker',
      language: report.locale,
      sealedText: caseSeal.seal('statement.sealed_text', id, story),
      createdAt: report.receivedAt,
    },
  ]
}

/** The worker and, when an organisation filed for them, that somebody did: nothing leaves the house until the worker confirms. */
function personRows(caseSeal: CaseSeal, report: NewCase) {
  const id = newId()
  const { channel, detail, safeTimes, mayLeaveMessage } = report.answers.contact
  const sealed = (column: string, text: string | undefined) =>
    text ? caseSeal.seal(`case_person.${column}`, id, text) : null
  const worker = {
    id,
    caseId: report.id,
    kind: 'worker',
    contactChannel: channel,
    sealedContact: sealed('sealed_contact', detail),
    sealedSafeTimes: sealed('sealed_safe_times', safeTimes),
    mayLeaveMessage: mayLeaveMessage ?? null,
    language: report.locale,
    createdAt: report.receivedAt,
  }
  if (report.channel !== 'ngo') return [worker]
  const nothingKnown = {
    contactChannel: null,
    sealedContact: null,
    sealedSafeTimes: null,
    mayLeaveMessage: null,
    language: null,
  }
  return [worker, { ...worker, ...nothingKnown, id: newId(), kind: 'proxy' }]
}

function partyRows(caseSeal: CaseSeal, report: NewCase) {
  return report.answers.parties.map(({ role, name }, index) => {
    const id = newId()
    return {
      id,
      caseId: report.id,
      role,
      position: index + 1,
      sealedNameAsGiven: name ? caseSeal.seal('case_party.sealed_name_as_given', id, name) : null,
      createdAt: report.receivedAt,
    }
  })
}

function feeRows(caseSeal: CaseSeal, report: NewCase, parties: ReturnType<typeof partyRows>, typedById: string | null) {
  return report.answers.fees.map((answer, index) => {
    const payee = parties.filter((party) => party.role === answer.payeeRole)
    const casePartyId = payee.length === 1 ? (payee[0]?.id ?? null) : null
    return feeLineRow(caseSeal, report.rates, {
      answer,
      position: index + 1,
      casePartyId,
      addedByKind: typedById ? 'staff' : 'worker',
      addedById: typedById,
      requestId: null,
      createdAt: report.receivedAt,
    })
  })
}

function loanRows(caseSeal: CaseSeal, report: NewCase) {
  const { debt } = report.answers
  if (debt?.borrowed !== 'yes') return []
  const id = newId()
  const owed =
    debt.owedMinor !== undefined && debt.currency !== undefined && isCurrencyCode(debt.currency)
      ? { amountMinor: BigInt(debt.owedMinor), currency: debt.currency }
      : null
  const jpy = inCurrency(owed, 'JPY', report.rates, report.receivedAt.toISOString().slice(0, 7))
  return [
    {
      id,
      caseId: report.id,
      lenderKind: debt.lenderRole ?? null,
      outstandingMinor: owed?.amountMinor ?? null,
      currency: owed?.currency ?? null,
      sealedAmountAsTyped: debt.owedText ? caseSeal.seal('loan.sealed_amount_as_typed', id, debt.owedText) : null,
      outstandingJpy: jpy.amountMinor,
      fxPeriod: jpy.period,
      fxBasis: jpy.basis,
      fxSource: jpy.source,
      createdAt: report.receivedAt,
    },
  ]
}

function consentRows(report: NewCase) {
  return report.answers.consents.map((kind) => ({
    id: newId(),
    caseId: report.id,
    kind,
    dataItems: [],
    language: report.locale,
    textVersion: report.consent.textVersion,
    method: report.consent.method,
    witnessStaffId: report.consent.witnessStaffId,
    givenAt: report.receivedAt,
    expiresAt: consentExpiry(kind, report.receivedAt),
  }))
}
