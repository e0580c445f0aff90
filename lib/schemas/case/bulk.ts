import { z } from 'zod'
import { BULK_KINDS, BULK_LIMIT, type ChosenCase } from '@/lib/domain/bulk-act'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { requestId, words } from './limits'

const NAME_MAX = 40

/** `K7M4-Q9XD.3`: a case as its tick box names it, with the version that was shown. */
export function readChosen(values: string | readonly string[] | undefined): ChosenCase[] {
  const list = typeof values === 'string' ? [values] : (values ?? [])
  return list.slice(0, BULK_LIMIT).flatMap((value) => {
    const [number = '', version = ''] = value.split('.')
    const parsed = parseCaseNumber(number)
    return parsed.ok && /^\d{1,9}$/.test(version) ? [{ number: parsed.value, version: Number(version) }] : []
  })
}

/** What to do with the ticked cases. */
export const bulkKind = z.enum(BULK_KINDS)

const chosen = z
  .array(z.string())
  .transform(readChosen)
  .refine((cases) => cases.length > 0, { error: 'cases.bulk_none' })
const conflict = z.enum(['yes', 'no'], { error: 'errors.choose_one' })
const colleague = z.uuid({ error: 'errors.choose_one' })

export const bulkAssignSchema = z.object({ requestId, case: chosen, conflict, assigneeId: colleague })
export const bulkHandOverSchema = bulkAssignSchema.extend({ note: words('errors.message_required') })
export const bulkCloseSchema = z.object({ requestId, case: chosen, reason: words('errors.message_required') })
export const bulkUnlabelSchema = z.object({ requestId, case: chosen, labelId: z.uuid({ error: 'errors.choose_one' }) })

/** A name of a view or of a label, one line. */
const name = (missing: 'cases.view_name_missing' | 'settings.label_name_missing') =>
  z.string({ error: missing }).trim().min(1, { error: missing }).max(NAME_MAX, { error: missing })

/** A label of the office, or the name of a new one: exactly one of the two. */
export const bulkLabelSchema = z
  .object({
    requestId,
    case: chosen,
    labelId: z.union([z.literal(''), z.uuid()]).default(''),
    newLabel: z.string().trim().max(NAME_MAX, { error: 'settings.label_name_missing' }).default(''),
  })
  .refine(({ labelId, newLabel }) => labelId !== '' || newLabel !== '', {
    error: 'cases.bulk_label_missing',
    path: ['newLabel'],
  })
  .refine(({ labelId, newLabel }) => labelId === '' || newLabel === '', {
    error: 'cases.bulk_label_one',
    path: ['newLabel'],
  })

const isShared = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

export const viewSchema = z.object({ requestId, name: name('cases.view_name_missing'), isShared })
export const viewChangeSchema = z.object({ name: name('cases.view_name_missing'), isShared })
export const viewDeleteSchema = z.object({ sure: z.literal('yes', { error: 'cases.view_delete_missing' }) })
export const labelSchema = z.object({ requestId, name: name('settings.label_name_missing') })
