import type { TableMatrix } from '../entry'

/** Who may do what: payments, pay, findings and remedies. */
export const LEDGER: TableMatrix = {
  fee_line: {
    row: { added_by_kind: 'worker', precision: 'exact' },
    read: 'case_people',
    add: [{ who: 'case_people' }, { with: { added_by_kind: 'staff', added_by_id: '$me' }, who: 'case_staff' }],
    change: {
      case_staff:
        'position payee_role case_party_id sealed_payee_name category amount_minor amount_max_minor currency precision sealed_amount_as_typed paid_on method instalments receipt told_before_signing paid_by refunded_minor jpy_minor usd_minor rate_period rate_basis rate_source support_level split_from_id removed_at version lump_categories rate_override sealed_rate_reason sealed_support_reason split_at support_at support_by_id',
    },
  },
  loan: {
    row: { added_by_kind: 'worker' },
    read: 'case_people',
    add: [{ who: 'case_people' }, { with: { added_by_kind: 'staff', added_by_id: '$me' }, who: 'case_staff' }],
    change: {
      case_staff:
        'lender_kind sealed_lender_name principal_minor outstanding_minor monthly_repayment_minor currency sealed_amount_as_typed rate_percent rate_period collateral borrowed_on outstanding_jpy fx_period fx_basis fx_source removed_at term_months version',
    },
  },
  wage_fact: {
    row: { added_by_kind: 'worker', kind: 'told_before' },
    read: 'case_people',
    add: [{ who: 'case_people' }, { with: { added_by_kind: 'staff', added_by_id: '$me' }, who: 'case_staff' }],
    change: { case_staff: 'kind amount_minor currency for_month hours removed_at sealed_amount_as_typed version' },
  },
  placement: {
    read: 'case_people',
    add: [{ who: 'case_people' }],
    change: {
      case_staff:
        'contract_months contract_signed_on work_started_on work_ended_on is_first_job_abroad told_total_minor told_total_currency programmes conditions_met conditions_not_met version',
    },
  },
  fee_assessment: {
    row: { verdict: 'within_cap' },
    read: 'case_staff worker',
    add: [{ who: 'case_people' }],
    change: { case_staff: 'acknowledged_at acknowledged_by_id' },
  },
  ledger_revision: {
    row: { changed_by_kind: 'staff' },
    read: 'case_staff',
    add: [{ with: { changed_by_id: '$me' }, who: 'case_staff' }],
  },
  fee_rule: {
    row: { version: 1 },
    isShared: true,
    read: 'everybody',
    add: [{ with: { created_by_id: '$me' }, who: 'both_administrators' }],
  },
  fee_reassessment: {
    isShared: true,
    read: 'both_administrators system',
    add: [{ with: { requested_by_id: '$me' }, who: 'both_administrators' }],
    change: {
      system:
        'id cause rule_refs origins requested_by_id requested_at last_case_id cases_to_look_at cases_looked_at cases_changed finished_at cases_failed',
    },
    nameOthers: { system: 'requested_by_id' },
  },
  legal_rule: {
    isShared: true,
    read: 'everybody',
    add: [{ with: { created_by_id: '$me' }, who: 'both_administrators' }],
  },
  limitation_recount: {
    isShared: true,
    read: 'system',
    change: { system: 'id requested_at last_case_id finished_at' },
  },
  exchange_rate: {
    row: { currency: 'XTS' },
    isShared: true,
    read: 'everybody',
    add: [{ who: 'both_administrators' }],
    change: { both_administrators: 'currency period units_per_usd source imported_at' },
  },
  remedy: {
    row: { type: 'refund', claimed_minor: 5, currency: 'JPY' },
    read: 'case_people',
    add: [{ who: 'case_staff' }],
    change: {
      case_staff:
        'case_party_id type claimed_minor agreed_minor currency sealed_terms terms_language claimed_at delivered_at failed_at agreed_jpy answer_due_at claimed_jpy dropped_at fee_line_ids fingerprint lane offered_at offered_by_id replaced_at replaces_id sealed_staff_terms staff_language text_version witness_staff_id confirm_witness_id confirmed_how',
      'case_staff worker': 'agreed_at worker_confirmed_at accepted_how answer_language sealed_answer version',
    },
  },
  repayment: {
    row: { amount_minor: 5 },
    read: 'case_people',
    add: [{ who: 'case_staff' }],
    change: {
      case_staff: 'jpy_minor paid_on evidence_id',
      'case_staff worker': 'worker_confirmed_at arrived_jpy arrived_minor is_above_agreed',
    },
  },
  repayment_answer: { row: { repayment_id: '$id:repayment' }, read: 'case_people' },
  instalment_payment: {
    read: 'case_people',
    add: [{ with: { recorded_by_id: '$me' }, who: 'case_staff' }],
    change: { case_staff: 'voided_at' },
  },
}
