import 'server-only'
import type { AnswerCode } from '@/lib/domain/open-questions'
import { unicodeBurmese } from '@/lib/domain/writing/zawgyi'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { originalTextRows } from './original-texts'
import type { Scoped } from './within'

/** Which way a message goes. */
export type MessageDirection = 'to_worker' | 'from_worker'

/** One message, opened. `author` is the member of staff who wrote it; null for the worker and for what the system sends. */
export type Message = {
  readonly id: string
  readonly direction: MessageDirection
  readonly author: { readonly id: string; readonly displayName: string } | null
  readonly language: string
  readonly text: string
  /** The same words in another language, by a translator. */
  readonly translation: string | null
  /** The writer waits for an answer to this one. */
  readonly isQuestion: boolean
  readonly templateCode: string | null
  /** The question that this one answers, and the code of an answer without words of one's own. */
  readonly answersId: string | null
  readonly answerCode: AnswerCode | null
  readonly sentAt: Date
  readonly readAt: Date | null
}

/** A message to store; `requestId` is the one of the form it was written in. */
export type NewMessage = {
  readonly requestId: string
  readonly direction: MessageDirection
  readonly authorStaffId: string | null
  readonly language: string
  readonly text: string
  readonly translation?: string | null
  readonly isQuestion?: boolean
  readonly templateCode?: string | null
  readonly answersId?: string | null
  readonly answerCode?: AnswerCode | null
  readonly sentAt: Date
}

/** The grants that open a thread; staff through their office, the worker through the one case. */
export type MessageReader = 'case.read' | 'case.rescue' | 'case.write_message' | 'own_case.read' | 'own_case.write'
/** The grants that put a message into a thread. */
export type MessageWriter =
  | 'case.write_message'
  | 'case.change_state'
  | 'case.decide_correction'
  | 'case.answer_right'
  | 'case.answer_officer_request'
  | 'own_case.write'
  | 'report.submit'
  | 'case.file_for_worker'

const BODY = 'message.sealed_body'
const TRANSLATION = 'message.sealed_translation'

/** The whole thread of a case, oldest first. */
export async function listMessages(on: Scoped<MessageReader>, caseSeal: CaseSeal): Promise<Message[]> {
  const rows = await on.db.message.findMany({
    where: { caseId: caseSeal.caseId },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  })
  const authors = rows.some((row) => row.authorStaffId !== null) ? await listAuthors(on, caseSeal.caseId) : []
  return rows.map((row) => ({
    id: row.id,
    direction: row.direction as MessageDirection,
    author: authors.find(({ id }) => id === row.authorStaffId) ?? null,
    language: row.language,
    text: caseSeal.unseal(BODY, row.id, row.sealedBody),
    translation: row.sealedTranslation && caseSeal.unseal(TRANSLATION, row.id, row.sealedTranslation),
    isQuestion: row.isQuestion,
    templateCode: row.templateCode,
    answersId: row.answersId,
    answerCode: row.answerCode as AnswerCode | null,
    sentAt: row.sentAt,
    readAt: row.readAt,
  }))
}

/** Who of the office wrote in this thread. The worker may know their names, and nothing else of them: the database tells only that. */
function listAuthors(on: Scoped<MessageReader>, caseId: string): Promise<{ id: string; displayName: string }[]> {
  return on.db.$queryRaw`SELECT id, display_name AS "displayName" FROM app.message_authors(${caseId}::uuid)`
}

/**
 * Stores a message, sealed. Returns its id, or null when the same words were stored from the same form before. Other words from
 * a form that was sent already (the browser's way back, or a form of another case) are a message of their own. Burmese typed
 * in Zawgyi is stored in Unicode, and as it was typed beside it.
 */
export async function insertMessage(
  on: Scoped<MessageWriter>,
  caseSeal: CaseSeal,
  written: NewMessage,
): Promise<string | null> {
  const { text, typed } = unicodeBurmese(written.text)
  const message = { ...written, text }
  const id = await insertOnce(on, caseSeal, message, typed)
  if (id !== null) return id
  const stored = await on.db.message.findFirst({
    where: { requestId: message.requestId, caseId: caseSeal.caseId },
    select: { id: true, sealedBody: true },
  })
  if (stored && caseSeal.unseal(BODY, stored.id, stored.sealedBody) === message.text) return null
  return insertOnce(on, caseSeal, { ...message, requestId: newId() }, typed)
}

async function insertOnce(
  on: Scoped<MessageWriter>,
  caseSeal: CaseSeal,
  message: NewMessage,
  typed: string | null,
): Promise<string | null> {
  const id = newId()
  const { count } = await on.db.message.createMany({
    data: [
      {
        id,
        caseId: caseSeal.caseId,
        direction: message.direction,
        authorStaffId: message.authorStaffId,
        language: message.language,
        sealedBody: caseSeal.seal(BODY, id, message.text),
        sealedTranslation: message.translation ? caseSeal.seal(TRANSLATION, id, message.translation) : null,
        isQuestion: message.isQuestion ?? false,
        templateCode: message.templateCode ?? null,
        answersId: message.answersId ?? null,
        answerCode: message.answerCode ?? null,
        requestId: message.requestId,
        sentAt: message.sentAt,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return null
  const data =
    typed === null ? [] : originalTextRows(caseSeal, { messageId: id, fields: { text: typed } }, message.sentAt)
  if (data.length > 0) await on.db.originalText.createMany({ data })
  return id
}

/** Marks the unread messages of one direction as read by who they were for. Returns how many there were. */
export async function markMessagesRead(
  on: Scoped<MessageReader>,
  caseId: string,
  direction: MessageDirection,
  readAt: Date,
): Promise<number> {
  const { count } = await on.db.message.updateMany({ where: { caseId, direction, readAt: null }, data: { readAt } })
  return count
}

/** Whether a message of this id is a question of the office in this case. */
export async function isQuestionOfCase(on: Scoped<'own_case.write'>, messageId: string): Promise<boolean> {
  const where = { id: messageId, caseId: on.grant.actor.caseId, isQuestion: true, direction: 'to_worker' }
  return (await on.db.message.count({ where })) > 0
}
