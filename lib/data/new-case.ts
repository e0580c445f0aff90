import 'server-only'
import { corridorOf } from '@/lib/domain/corridor'
import { consentExpiry } from '@/lib/domain/consents'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { OpenedCase } from '@/lib/domain/report/open-case'
import type { IntakeChannel } from '@/lib/domain/report/contact-channels'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { codeToken } from '@/lib/domain/search/searched-columns'
import type { TypedFields } from '@/lib/domain/report/unicode-answers'
import { newId } from '@/lib/platform/ids'
import { hashSecretCode } from '@/lib/sealing/blind-index'
import { newCaseSeal } from '@/lib/sealing/case-seal'
import { totalColumns } from './case-totals'
import { keepTokens, searchable } from './case-words'
import { evidenceRows, type ReadyFile } from './draft-files'
import { insertRows, type TableRows } from './insert-rows'
import { feeRows, loanRows, placementRows, wageRows } from './new-case-money'
import { partyRows, personRows, statementRows } from './new-case-people'
import { originalTextRows } from './original-texts'
import { firstVerdict } from './new-case-verdict'
import type { PosterOrigin } from './posters'
import type { Scoped } from './within'

/** A report that becomes a case: the answers, what the domain made of them, and how they came. */
export type NewCase = {
  readonly id: string
  readonly number: string
  /** The worker's secret code; only its keyed hash is stored. Null: none was given out, an officer can later. */
  readonly code: string | null
  readonly submissionId: string
  readonly officeId: string
  /** The poster whose code led here, with what it says of the placement. */
  readonly poster: Omit<PosterOrigin, 'officeId'> | null
  readonly answers: ReportAnswers
  /** What was typed in Zawgyi, by its place in the report; `answers` have it in Unicode. */
  readonly typed: TypedFields
  readonly opened: OpenedCase
  readonly locale: string
  readonly channel: IntakeChannel
  /** Told by a file, not by the worker, whichever way it reached the office. */
  readonly isToldByOthers?: boolean
  readonly consent: { readonly method: string; readonly textVersion: string; readonly witnessStaffId: string | null }
  readonly rates: readonly ExchangeRate[]
  /** The live ones. */
  readonly rules: readonly FeeRule[]
  /** Of the draft it comes from. */
  readonly files: readonly ReadyFile[]
  readonly receivedAt: Date
}

type CaseMaker = 'report.submit' | 'case.file_for_worker' | 'case.import'

/** Writes a case with all its parts in one statement. Throws a unique violation when the number, or the submission, is there already. */
export async function insertNewCase(on: Scoped<CaseMaker>, report: NewCase): Promise<void> {
  await insertRows(on, rowsOfCase(on, report))
}

/** The same for many cases at once, in one statement too: all of them are written or none. */
export async function insertNewCases(on: Scoped<CaseMaker>, reports: readonly NewCase[]): Promise<void> {
  const batches = reports.map((report) => rowsOfCase(on, report))
  const tables = batches[0]?.map(({ table }) => table) ?? []
  await insertRows(
    on,
    tables.map((table, place) => {
      const rows: readonly object[] = batches.flatMap((batch): readonly object[] => batch[place]?.rows ?? [])
      return { table, rows } as unknown as TableRows
    }),
  )
}

function rowsOfCase(on: Scoped<CaseMaker>, report: NewCase): TableRows[] {
  const { caseSeal: ownSeal, wrapped } = newCaseSeal(report.id)
  const caseSeal = searchable(on, ownSeal)
  keepTokens(on, report.id, codeTokens(report.answers))
  const { actor } = on.grant
  const typedById = actor.kind === 'staff' ? actor.id : null
  const money = { ...report, typedById }
  const parties = partyRows(caseSeal, report)
  const lines = feeRows(caseSeal, money, parties)
  const loans = loanRows(caseSeal, money)
  const wages = wageRows(caseSeal, money)
  const placement = placementRows(caseSeal, money)
  const contractMonths = placement[0]?.contractMonths ?? null
  const judged = firstVerdict(report.id, { ...report, lines, wages, contractMonths }, report.rules, report.rates)
  const paidAnswer = lines.length > 0 ? 'yes' : (report.answers.paid ?? null)
  const totals = totalColumns({ lines, loans, wages, paidAnswer, placement: null }, report.rates)
  return [
    { table: 'cases', rows: [{ ...caseRow(report), paidAnswer, ...totals, ...judged.totals }] },
    { table: 'case_key', rows: [{ caseId: report.id, ...wrapped }] },
    { table: 'statement', rows: statementRows(caseSeal, report) },
    {
      table: 'original_text',
      rows: originalTextRows(caseSeal, { messageId: null, fields: report.typed }, report.receivedAt),
    },
    { table: 'case_person', rows: personRows(caseSeal, report) },
    { table: 'case_party', rows: parties },
    { table: 'fee_line', rows: lines },
    { table: 'loan', rows: loans },
    { table: 'wage_fact', rows: wages },
    { table: 'placement', rows: placement },
    { table: 'fee_assessment', rows: judged.rows },
    { table: 'consent', rows: consentRows(report) },
    { table: 'evidence', rows: evidenceRows(caseSeal, report, typedById) },
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
  ]
}

function caseRow(report: NewCase) {
  const { answers, opened } = report
  return {
    id: report.id,
    number: report.number,
    officeId: report.officeId,
    posterId: report.poster?.id ?? null,
    programme: report.poster?.programme ?? null,
    jobOrder: report.poster?.jobOrder ?? null,
    submissionId: report.submissionId,
    codeHash: report.code === null ? null : hashSecretCode(report.code),
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
    inDebt: answers.debt ? answers.debt.borrowed === 'yes' : null,
    createdAt: report.receivedAt,
  }
}

/** What the report is about, where from and on what kind of stay: found by the words for it in any language of staff. */
function codeTokens({ grievances, origin, scheme }: ReportAnswers): string[] {
  const codes = grievances.map((code) => `g:${code}`)
  return [...codes, ...(origin ? [`c:${origin}`] : []), ...(scheme ? [`h:${scheme}`] : [])].map(codeToken)
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
