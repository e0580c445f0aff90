import { z } from 'zod'
import { DECLARATIONS } from '@/lib/domain/move-declarations'
import { DATA_ITEMS } from '@/lib/domain/referral/data-items'
import type { MoveErrorCode } from '@/lib/domain/workflow/move-errors'
import { CLOSING_CODES, REMEDY_TYPES, REOPENING_REASONS } from '@/lib/domain/workflow/outcomes'
import { optionalWords, requestId, tick, version } from './limits'

/** Fields of the form that may repeat. */
export const CHANGE_STATE_LISTS = ['dataScope', 'declared'] as const

const unset = z.literal('').transform(() => undefined)
const chosen = <T extends z.ZodType>(schema: T) => z.union([unset, schema], { error: 'errors.choose_known' }).optional()

/** What the form of any move may send; which of it a move needs is the workflow's to say. */
export const changeStateSchema = z.object({
  version,
  requestId,
  reason: optionalWords,
  question: optionalWords,
  closingCode: chosen(z.enum(CLOSING_CODES)),
  reopeningReason: chosen(z.enum(REOPENING_REASONS)),
  assigneeId: chosen(z.uuid()),
  hasAssigneeConflict: tick,
  contactsParty: tick,
  bodyCode: chosen(z.string().regex(/^[A-Z]{2,5}_[A-Za-z_]{2,40}$/)),
  dataScope: z.array(z.enum(DATA_ITEMS, { error: 'errors.choose_known' })),
  isVitalInterest: tick,
  isDangerousBodyConfirmed: tick,
  signpost: chosen(z.string().regex(/^JP_[A-Z_]{2,40}$/)),
  declared: z.array(z.enum(DECLARATIONS, { error: 'errors.choose_known' })),
  remedyType: chosen(z.enum(REMEDY_TYPES)),
  remedyTerms: optionalWords,
})

/** The field at which a refusal of the workflow is said; undefined: it is about the case as a whole. */
export const FIELD_OF_REFUSAL: { readonly [code in MoveErrorCode]?: keyof z.output<typeof changeStateSchema> } = {
  reason_missing: 'reason',
  question_missing: 'question',
  closing_code_missing: 'closingCode',
  closing_code_not_allowed: 'closingCode',
  reopening_reason_missing: 'reopeningReason',
  assignee_missing: 'assigneeId',
  assignee_conflict: 'hasAssigneeConflict',
  same_officer: 'assigneeId',
  body_missing: 'bodyCode',
  data_scope_missing: 'dataScope',
  dangerous_body_unconfirmed: 'isDangerousBodyConfirmed',
  signpost_missing: 'signpost',
  remedy_missing: 'remedyTerms',
  worker_agreement_missing: 'declared',
  party_consent_missing: 'declared',
  worker_acceptance_missing: 'declared',
  evidence_missing: 'declared',
  delivery_not_confirmed: 'declared',
  body_answer_missing: 'declared',
}
