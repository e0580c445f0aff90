import { z } from 'zod'
import { ANSWER_CODES } from '@/lib/domain/open-questions'
import { ownFormShape } from './own-form'

/** The longest message; a report's story may be longer. */
export const MESSAGE_MAX_LENGTH = 10_000

/** What the worker writes at any time. Without words it counts when a voice was recorded for it. */
export const writeMessageSchema = z.object({
  ...ownFormShape,
  text: z.string().trim().max(MESSAGE_MAX_LENGTH, { error: 'errors.too_long' }),
})

/**
 * The answer to one question, in words or by voice. `unknown` are the buttons "I do not remember" and "I do not want to say",
 * which need neither.
 */
export const answerQuestionSchema = z.object({
  ...ownFormShape,
  answersId: z.uuid({ error: 'errors.refused' }),
  answer: z.string().trim().max(MESSAGE_MAX_LENGTH, { error: 'errors.too_long' }),
  unknown: z.enum(ANSWER_CODES, { error: 'errors.choose_known' }).optional(),
})
