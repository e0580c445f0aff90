import 'server-only'
import { isSharedItem, type AnswerLane, type SharedItem } from '@/lib/domain/answers/request'
import type { AnswerWords, PartyAnswer } from '@/lib/domain/answers/answer'
import type { Stance } from '@/lib/domain/answers/request'
import { newId } from '@/lib/platform/ids'
import { hashToken, newToken } from '@/lib/platform/token'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { newRequestSeal, requestSealFrom } from '@/lib/sealing/request-seal'
import { sealForToken, unsealForToken } from '@/lib/sealing/token-seal'
import type { Scoped } from './within'

/** Where the key of a question is sealed for the case. */
export const CASE_KEY = 'party_request.sealed_key_case'
const TOKEN_KEY = 'party_request.sealed_key_token'

/** A question to a party as an officer asks it. */
export type NewPartyRequest = {
  readonly formId: string
  readonly casePartyId: string
  readonly baseConsentId: string
  readonly consentId: string
  readonly lane: AnswerLane
  readonly items: readonly SharedItem[]
  readonly language: string
  readonly allegation: string
  readonly dueAt: Date
  readonly expiresAt: Date
  readonly createdAt: Date
}

/** A question as officers see it, with its answer. */
export type PartyRequest = {
  readonly id: string
  readonly casePartyId: string
  readonly lane: AnswerLane
  readonly items: readonly SharedItem[]
  readonly language: string
  readonly allegation: string
  readonly createdAt: Date
  readonly dueAt: Date
  readonly expiresAt: Date
  readonly withdrawnAt: Date | null
  readonly answeredAt: Date | null
  readonly answer: PartyAnswer | null
}

/** What the holder of a link is shown: the question and nothing else of the case. */
export type AskedQuestion = {
  readonly id: string
  readonly language: string
  readonly allegation: string
  readonly dueAt: Date
}

/** Asks a question; returns its id and the token of its link, which is kept nowhere. Null when this form was sent before. */
export async function insertPartyRequest(
  on: Scoped<'case.ask_party'>,
  caseSeal: CaseSeal,
  asked: NewPartyRequest,
): Promise<{ id: string; token: string } | null> {
  const { allegation, items, ...row } = asked
  const id = newId()
  const token = newToken()
  const words = newRequestSeal(id)
  const { count } = await on.db.partyRequest.createMany({
    data: [
      {
        ...row,
        id,
        items: [...items],
        caseId: caseSeal.caseId,
        tokenHash: hashToken(token),
        sealedKeyCase: caseSeal.seal(CASE_KEY, id, words.keyText),
        sealedKeyToken: sealForToken(token, TOKEN_KEY, id, words.keyText),
        sealedAllegation: words.seal('allegation', allegation),
        createdById: on.grant.actor.id,
      },
    ],
    skipDuplicates: true,
  })
  return count === 0 ? null : { id, token }
}

/** Every question of a case and what was answered, the latest first. */
export async function listPartyRequests(
  on: Scoped<'case.read' | 'case.ask_party'>,
  caseSeal: CaseSeal,
): Promise<PartyRequest[]> {
  const rows = await on.db.partyRequest.findMany({
    where: { caseId: caseSeal.caseId },
    include: { answer: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => {
    const words = requestSealFrom(row.id, caseSeal.unseal(CASE_KEY, row.id, row.sealedKeyCase))
    const { answer } = row
    return {
      id: row.id,
      casePartyId: row.casePartyId,
      lane: row.lane as AnswerLane,
      items: row.items.filter(isSharedItem),
      language: row.language,
      allegation: words.unseal('allegation', row.sealedAllegation),
      createdAt: row.createdAt,
      dueAt: row.dueAt,
      expiresAt: row.expiresAt,
      withdrawnAt: row.withdrawnAt,
      answeredAt: row.answeredAt,
      answer: answer && {
        stance: answer.stance as Stance,
        ...(JSON.parse(words.unseal('answer', answer.sealedWords)) as AnswerWords),
      },
    }
  })
}

/** Whether a question to this party of the case waits for its answer; the one that the form `besides` made does not count. */
export async function hasOpenRequest(
  on: Scoped<'case.ask_party'>,
  caseId: string,
  { casePartyId, besides, at }: { readonly casePartyId: string; readonly besides: string; readonly at: Date },
): Promise<boolean> {
  const open = { withdrawnAt: null, answeredAt: null, expiresAt: { gt: at }, formId: { not: besides } }
  return (await on.db.partyRequest.count({ where: { caseId, casePartyId, ...open } })) > 0
}

/** Takes a question of a case back; `changed_meanwhile` when it was answered or taken back before. */
export async function updateRequestWithdrawn(
  on: Scoped<'case.ask_party'>,
  { id, caseId }: { readonly id: string; readonly caseId: string },
  at: Date,
): Promise<'done' | 'not_found' | 'changed_meanwhile'> {
  const { count } = await on.db.partyRequest.updateMany({
    where: { id, caseId, withdrawnAt: null, answeredAt: null },
    data: { withdrawnAt: at },
  })
  if (count > 0) return 'done'
  return (await on.db.partyRequest.count({ where: { id, caseId } })) > 0 ? 'changed_meanwhile' : 'not_found'
}

/** The question that a token is of, while its link is open; null otherwise. Row-level security decides (migration party_answers). */
export async function findAskedQuestion(
  on: Scoped<'party_request.answer'>,
  token: string,
): Promise<AskedQuestion | null> {
  const row = await findRow(on, token)
  if (!row) return null
  const { id, language, dueAt } = row
  return { id, language, dueAt, allegation: sealOf(token, row).unseal('allegation', row.sealedAllegation) }
}

/** Puts the one answer to the question of a token. False when the link is closed. The database does the rest in the case. */
export async function insertPartyAnswer(
  on: Scoped<'party_request.answer'>,
  token: string,
  { stance, ...words }: PartyAnswer,
  answeredAt: Date,
): Promise<boolean> {
  const row = await findRow(on, token)
  if (!row) return false
  const { count } = await on.db.partyAnswer.createMany({
    data: [
      {
        id: newId(),
        partyRequestId: row.id,
        stance,
        sealedWords: sealOf(token, row).seal('answer', JSON.stringify(words)),
        answeredAt,
      },
    ],
    skipDuplicates: true,
  })
  return count > 0
}

/** What was begun to answer the question of a token: fields of the form as they were typed. Null: nothing, or the link is closed. */
export async function findAnswerDraft(
  on: Scoped<'party_request.answer'>,
  token: string,
): Promise<Readonly<Record<string, string>> | null> {
  const row = await findRow(on, token)
  const draft = row && (await on.db.partyAnswerDraft.findUnique({ where: { partyRequestId: row.id } }))
  return draft ? (JSON.parse(sealOf(token, row).unseal('draft', draft.sealedFields)) as Record<string, string>) : null
}

/** Keeps what was begun, in place of what was kept before. False when the link is closed. */
export async function keepAnswerDraft(
  on: Scoped<'party_request.answer'>,
  token: string,
  fields: Readonly<Record<string, string>>,
  keptAt: Date,
): Promise<boolean> {
  const row = await findRow(on, token)
  if (!row) return false
  const kept = { sealedFields: sealOf(token, row).seal('draft', JSON.stringify(fields)), keptAt }
  const at = { partyRequestId: row.id }
  await on.db.partyAnswerDraft.upsert({ where: at, create: { ...at, ...kept }, update: kept })
  return true
}

type Row = { readonly id: string; readonly sealedKeyToken: Uint8Array }

function sealOf(token: string, { id, sealedKeyToken }: Row) {
  return requestSealFrom(id, unsealForToken(token, TOKEN_KEY, id, sealedKeyToken))
}

function findRow(on: Scoped<'party_request.answer'>, token: string) {
  return on.db.partyRequest.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { id: true, language: true, dueAt: true, sealedKeyToken: true, sealedAllegation: true },
  })
}
