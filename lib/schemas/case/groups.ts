import { z } from 'zod'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { GROUP_KINDS, GROUP_MOST } from '@/lib/domain/group-acts'
import { optionalWords, requestId, tick, words, WORDS_MAX } from './limits'

/** Numbers as they are typed: with blanks, commas or lines between; one that is none refuses all. */
const numbers = z
  .string()
  .max(WORDS_MAX)
  .transform((text, context) => {
    const read = text
      .split(/[\s,;、，]+/u)
      .filter((one) => one !== '')
      .map(parseCaseNumber)
    if (read.every((one) => one.ok)) return read.map((one) => one.value)
    context.addIssue({ code: 'custom', message: 'cases.related_number_wrong' })
    return z.NEVER
  })

/** Fields of the group forms that may repeat. */
export const GROUP_LISTS = ['chosen'] as const

/** A new group: cases that were ticked and cases whose numbers were typed. */
export const newGroupSchema = z
  .object({
    requestId,
    kind: z.enum(GROUP_KINDS, { error: 'errors.choose_one' }),
    title: words('errors.required').max(120, { error: 'errors.too_long' }),
    chosen: z.array(z.string().max(40)).max(GROUP_MOST),
    numbers: numbers.optional(),
  })
  .transform(({ chosen, numbers: typed, ...group }) => ({ ...group, numbers: [...chosen, ...(typed ?? [])] }))
  .refine((group) => group.numbers.length > 0, { path: ['numbers'], error: 'cases.related_number_missing' })

/** Cases that come to a group, and why. */
export const addToGroupSchema = z.object({
  numbers: numbers.refine((found) => found.length > 0, { error: 'cases.related_number_missing' }),
  reason: words('errors.required'),
})

/** Why a case leaves a group. */
export const removeFromGroupSchema = z.object({ reason: words('errors.required') })

/** The field with the words in one language. */
export const wordsField = (language: string) => `words_${language}`

/** A message to all cases of a group; the words by language are read from fields of their own. */
export const groupMessageSchema = z.object({ requestId, isQuestion: tick, skipMissing: tick })

/** Words of one language, or none. */
export const groupWords = optionalWords

/** The same note with every case. */
export const groupNoteSchema = z.object({ requestId, note: words('errors.message_required') })
