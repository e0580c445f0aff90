import type { StaffName } from './case-file'
import type { AnswerCode } from './open-questions'

/** Words that a person of the office put into another language; never by machine. `version` counts from 1. */
export type Translation = {
  readonly text: string
  readonly language: string
  readonly version: number
  readonly by: StaffName | null
  readonly at: Date
}

/** Words in the language they were said in. */
export type Said = {
  readonly id: string
  readonly authorKind: string
  readonly language: string
  readonly text: string
  readonly createdAt: Date
}

/** The same with the last translation beside them. */
export type Statement = Said & { readonly translation: Translation | null }

/** One message of the thread. */
export type CaseMessage = {
  readonly id: string
  readonly direction: 'to_worker' | 'from_worker'
  readonly author: StaffName | null
  readonly language: string
  readonly text: string
  readonly translation: Translation | null
  readonly isQuestion: boolean
  /** The template it began as (message-templates.ts), however much of it was rewritten. */
  readonly templateCode: string | null
  /** The question that this one answers, and the code of an answer without words of one's own. */
  readonly answersId: string | null
  readonly answerCode: AnswerCode | null
  readonly sentAt: Date
  readonly readAt: Date | null
}

/** A note for colleagues; `reason` belongs to a change of state or severity. */
export type CaseNote = {
  readonly id: string
  readonly kind: string
  readonly author: StaffName | null
  readonly text: string
  readonly createdAt: Date
}
