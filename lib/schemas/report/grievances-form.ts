import { z } from 'zod'
import { WORKER_GRIEVANCES, type GrievanceCode } from '@/lib/domain/grievances/catalog'
import { stepForm } from './step-form'
import { codesOf } from './typed'

const CODES: readonly GrievanceCode[] = WORKER_GRIEVANCES.map((row) => row.code)

/** What happened; several possible. */
export const grievancesForm = stepForm({
  schema: z.object({ grievances: codesOf(CODES) }),
  lists: ['grievances'],
  change: (answers, input) => ({ ...answers, grievances: input.grievances }),
  fieldsOf: (answers) => ({ grievances: answers.grievances }),
})
