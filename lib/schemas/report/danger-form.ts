import { z } from 'zod'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { stepForm } from './step-form'
import { codesOf } from './typed'

/** What is true now; nothing ticked means nobody is in danger. */
export const dangerForm = stepForm({
  schema: z.object({ dangers: codesOf(DANGER_CODES) }),
  lists: ['dangers'],
  change: (answers, input) => ({ ...answers, dangers: input.dangers }),
  fieldsOf: (answers) => ({ dangers: answers.dangers }),
})
