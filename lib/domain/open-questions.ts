/** What answers a question when nothing is written; words under `track.reply_*`. */
export const ANSWER_CODES = ['forgot', 'withheld'] as const
export type AnswerCode = (typeof ANSWER_CODES)[number]

type Asked = {
  readonly id: string
  readonly direction: 'to_worker' | 'from_worker'
  readonly isQuestion: boolean
  readonly answersId: string | null
}

/** The questions of the office that have no answer, in the order they were asked. Messages oldest first. */
export function openQuestions<M extends Asked>(messages: readonly M[]): readonly M[] {
  const answered = new Set(messages.map(({ answersId }) => answersId))
  return messages.filter(
    ({ id, direction, isQuestion }) => direction === 'to_worker' && isQuestion && !answered.has(id),
  )
}
