import { z } from 'zod'
import { version } from './limits'

const conflict = z.enum(['yes', 'no'], { error: 'errors.choose_one' })

/** An officer takes a case and answers whether there is a tie to a party of it. */
export const takeCaseSchema = z.object({ version, conflict })

/** A supervisor gives a case to somebody of the office. */
export const assignCaseSchema = z.object({ version, conflict, assigneeId: z.uuid({ error: 'errors.choose_one' }) })
