import { CONSENT_DEFAULT_DAYS, CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import type { MoveDetail } from './life-plan'
import type { DemoCase } from './demo-case'

/** A row under the names of its columns. */
export type Row = Readonly<Record<string, unknown>>
/** The tables a life leaves rows in, beside the deadlines. */
export type Part =
  | 'state_move'
  | 'message'
  | 'note'
  | 'consent'
  | 'referral'
  | 'remedy'
  | 'repayment'
  | 'instalment_payment'
  | 'repayment_answer'
  | 'audit_event'

/** All rows of a life, by table. */
export type Parts = Record<Part, Row[]>

/** The referral a move prepares, sends with the worker's yes, or has answered. */
export function recordReferral(
  parts: Parts,
  { id: case_id, officer, language }: DemoCase,
  to: CaseState,
  detail: MoveDetail,
  moment: Date,
): void {
  if (to === 'referral_pending_consent') {
    parts.referral.push({
      id: newId(),
      case_id,
      body_code: detail.bodyCode,
      purpose: 'handle_complaint',
      data_items: detail.dataScope,
      consent_id: null,
      vital_interest_by_ids: [],
      state: 'pending_consent',
      created_at: moment,
      sent_at: null,
      answered_at: null,
    })
  }
  const open = parts.referral.at(-1)
  if (!open) return
  if (to === 'referred') {
    const consent = {
      id: newId(),
      case_id,
      kind: 'send_to_body',
      recipient_body: open['body_code'],
      purpose: 'handle_complaint',
      data_items: open['data_items'],
      language,
      text_version: CONSENT_TEXT_VERSION,
      method: 'told_to_officer',
      witness_staff_id: officer.id,
      given_at: moment,
      expires_at: new Date(moment.getTime() + CONSENT_DEFAULT_DAYS * 86_400_000),
    }
    parts.consent.push(consent)
    parts.referral[parts.referral.length - 1] = { ...open, state: 'sent', consent_id: consent.id, sent_at: moment }
  }
  if (detail.declared?.includes('body_answered'))
    parts.referral[parts.referral.length - 1] = { ...open, state: 'answered', answered_at: moment }
}
