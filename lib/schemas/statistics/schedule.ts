import { z } from 'zod'
import { EXPORT_FORMATS } from '@/lib/domain/statistics/export/formats'
import { STAFF_LANGUAGES } from '@/lib/domain/statistics/export/languages'
import { KEPT_FILES, RHYTHMS } from '@/lib/domain/statistics/export/schedule'
import { readWorkbench } from '@/lib/domain/statistics/workbench/address'
import { requestId } from '../case/limits'

const NAME_MAX = 60
const chooseOne = { error: 'errors.choose_one' } as const

/** The address of a question as the question; one that can be read only in part is refused, so that no other is answered for months. */
const question = z
  .string(chooseOne)
  .min(1, chooseOne)
  .max(4000, { error: 'statistics.exports_question_unread' })
  .transform((text) => readWorkbench(new URLSearchParams(text)))
  .refine(({ unread }) => unread.length === 0, { error: 'statistics.exports_question_unread' })
  .transform(({ query }) => query)

/** A question to be written to a file again and again. */
export const scheduleSchema = z.object({
  requestId,
  name: z
    .string({ error: 'statistics.exports_name_missing' })
    .trim()
    .min(1, { error: 'statistics.exports_name_missing' })
    .max(NAME_MAX, { error: 'errors.too_long' }),
  question,
  format: z.enum(EXPORT_FORMATS, chooseOne),
  language: z.enum(STAFF_LANGUAGES, chooseOne),
  rhythm: z.enum(RHYTHMS, chooseOne),
  keep: z.coerce.number(chooseOne).refine((count) => (KEPT_FILES as readonly number[]).includes(count), chooseOne),
})
