import { z } from 'zod'
import { SUPPORT_LEVELS } from '@/lib/domain/fees/ledger/support-levels'
import { editForm } from './ledger-fields'

/** How well a payment is supported, and why. */
export const supportSchema = z.object({ ...editForm, level: z.enum(SUPPORT_LEVELS, { error: 'errors.choose_one' }) })
