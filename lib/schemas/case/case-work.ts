import { z } from 'zod'
import { JUDGEMENTS } from '@/lib/domain/case-signs'
import { endOfTaskDay } from '@/lib/domain/case-tasks'
import { LOCALES } from '@/lib/i18n/locales'
import { requestId, version, words } from './limits'

/** How often something was changed when the form was shown; 0: never. */
const timesChanged = z.coerce.number({ error: 'errors.choose_known' }).int({ error: 'errors.choose_known' }).min(0)

/** A translation by a person. */
export const translateSchema = z.object({
  version: timesChanged,
  requestId,
  language: z.enum(LOCALES, { error: 'errors.choose_known' }),
  translation: words('errors.message_required'),
})

/** What an officer makes of a sign, and why. */
export const judgeSignSchema = z.object({
  version: timesChanged,
  requestId,
  judgement: z.enum(JUDGEMENTS, { error: 'errors.choose_one' }),
  reason: words('errors.required'),
})

const nobody = z.literal('').transform(() => null)
const somebody = z.union([nobody, z.uuid()], { error: 'errors.choose_known' })
const someDay = z.union([nobody, z.iso.date().transform(endOfTaskDay)], { error: 'errors.choose_known' })

/** A new task. */
export const addTaskSchema = z.object({
  requestId,
  title: words('errors.required'),
  assigneeId: somebody,
  dueOn: someDay,
})

/** Done, or not after all. */
export const finishTaskSchema = z.object({ requestId, version, act: z.enum(['done', 'undone']) })

/** For somebody else, by another day. */
export const reassignTaskSchema = z.object({ requestId, version, assigneeId: somebody, dueOn: someDay })
