import { z } from 'zod'
import { stepForm } from './step-form'
import { codeOf } from './typed'

/** Whether money was paid for the job at all. */
export const paidForm = stepForm({
  schema: z.object({ paid: codeOf(['yes', 'no', 'unsure']) }),
  change: (answers, input) => ({ ...answers, paid: input.paid }),
  fieldsOf: (answers) => ({ paid: answers.paid ?? '' }),
})
