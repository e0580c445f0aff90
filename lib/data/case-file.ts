import 'server-only'
import type { CaseFile } from '@/lib/domain/case-file'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { findCaseSeal } from './case-keys'
import { findCaseHead } from './case-page'
import {
  listChain,
  listEvents,
  listIndicators,
  listLedger,
  listLoans,
  listPeople,
  listReferrals,
  listRemedies,
  listStatements,
  type Opener,
} from './case-parts'
import { listConsents, type Consent } from './consents'
import { listOpenDeadlines } from './deadlines'
import { listEvidence } from './evidence'
import { listMessages } from './messages'
import { listNotes } from './notes'
import { listOriginalTexts } from './original-texts'
import { listJudgements } from './sign-judgements'
import { findStaffNames } from './staff'
import { listStateMoves, type StateMoveRow } from './state-moves'
import { listTasks } from './tasks'
import { listTranslations } from './translations'
import type { Scoped } from './within'

/** A case with what else on its page is read from: its seal, and its line as it is stored. */
export type OpenedFile = {
  readonly file: CaseFile
  readonly caseSeal: CaseSeal | null
  readonly stations: readonly StateMoveRow[]
  readonly consents: readonly Consent[]
}

/**
 * Everything of a case, unsealed; null when there is none that the grant may see. `events` is how many of the trail are wanted,
 * the latest. The reading itself is written down by the use case.
 */
export async function findCaseFile(
  on: Scoped<'case.read'>,
  number: string,
  events: number,
): Promise<OpenedFile | null> {
  const head = await findCaseHead(on, number)
  if (!head) return null
  const caseSeal = await findCaseSeal(on, head.id)
  const open = openerOf(caseSeal)
  const rows = {
    indicators: await listIndicators(on, head.id),
    judgements: caseSeal ? await listJudgements(on, caseSeal) : [],
    translations: caseSeal ? await listTranslations(on, head.id, open) : [],
    tasks: caseSeal ? await listTasks(on, caseSeal) : [],
    notes: caseSeal ? await listNotes(on, head.id, open) : [],
    moves: await listStateMoves(on, head.id),
    events: await listEvents(on, head.id, events),
    files: await listEvidence(on, head.id, caseSeal),
  }
  const nameOf = await findStaffNames(on, [
    ...rows.indicators.map((row) => row.judgedById),
    ...rows.judgements.map((row) => row.judgedById),
    ...rows.translations.map((row) => row.translatedById),
    ...rows.tasks.flatMap((row) => [row.assigneeId, row.doneById, row.createdById]),
    ...rows.notes.map((row) => row.authorId),
    ...rows.moves.map((row) => row.byStaffId),
    ...rows.events.map((row) => row.actorId),
    ...rows.files.map((row) => row.addedById),
  ])
  const translations = rows.translations.map(({ translatedById, translatedAt, ...row }) => ({
    ...row,
    by: nameOf(translatedById),
    at: translatedAt,
  }))
  const translationOf = (id: string) => translations.findLast(({ subjectId }) => subjectId === id) ?? null
  const statements = caseSeal ? await listStatements(on, head.id, open) : []
  const messages = caseSeal ? await listMessages(on, caseSeal) : []
  const consents = await listConsents(on, head.id)
  const file: CaseFile = {
    head,
    isReadable: caseSeal !== null,
    statements: statements.map((row) => ({ ...row, translation: translationOf(row.id) })),
    asTyped: caseSeal ? (await listOriginalTexts(on, caseSeal)).flatMap(({ fields }) => Object.values(fields)) : [],
    people: caseSeal ? await listPeople(on, head.id, open) : [],
    chain: await listChain(on, head.id, caseSeal && open),
    ledger: await listLedger(on, head.id, caseSeal && open),
    loans: await listLoans(on, head.id, caseSeal && open),
    indicators: rows.indicators.map(({ judgedById, ...row }) => ({ ...row, judgedBy: nameOf(judgedById) })),
    consents,
    messages: messages.map((row) => ({ ...row, translation: translationOf(row.id) })),
    files: rows.files.map(({ addedById, ...row }) => ({ ...row, addedBy: nameOf(addedById) })),
    translations,
    judgements: rows.judgements.map(({ judgedById, judgedAt, ...row }) => ({
      ...row,
      by: nameOf(judgedById),
      at: judgedAt,
    })),
    tasks: rows.tasks.map(({ assigneeId, doneById, createdById, ...row }) => ({
      ...row,
      assignee: nameOf(assigneeId),
      doneBy: nameOf(doneById),
      createdBy: nameOf(createdById),
    })),
    notes: rows.notes.map(({ authorId, ...row }) => ({ ...row, author: nameOf(authorId) })),
    referrals: await listReferrals(on, head.id),
    remedies: await listRemedies(on, head.id, caseSeal && open),
    moves: rows.moves.map(({ byStaffId, ...row }) => ({ ...row, by: nameOf(byStaffId) })),
    deadlines: await listOpenDeadlines(on, head.id),
    events: rows.events.map(({ actorId, ...row }) => ({ ...row, by: nameOf(actorId) })),
  }
  return { file, caseSeal, stations: rows.moves, consents }
}

function openerOf(caseSeal: CaseSeal | null): Opener {
  return (column, row, sealed) => {
    if (!caseSeal) throw new Error('the key of this case is gone')
    return caseSeal.unseal(column, row, sealed)
  }
}
