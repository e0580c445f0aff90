import type { TableMatrix } from '../entry'

/** Who may do what: cases, and how an office works on them. */
export const CASES: TableMatrix = {
  report_mark: {
    read: 'supervisor system',
    add: [{ who: 'sender' }],
    remove: 'system',
  },
  break_glass: { row: { reason_code: 'missing', ends_at: '2026-10-01T00:30:00Z' }, read: 'case_staff worker' },
  cases: {
    row: {
      state: 'assessment',
      number: '$world:FP-',
      severity: 'medium',
      channel: 'web',
      language: 'vi',
      assignee_id: '$officer',
      code_hash: '$link',
    },
    read: 'case_people rescuer',
    add: [
      { with: { state: 'received' }, who: 'case_staff' },
      { with: { state: 'received', id: '$case' }, who: 'case_staff sender' },
      { with: { state: 'assessment' }, who: '' },
    ],
    change: {
      'case_staff worker':
        'state closing_code version last_update_at awaiting_since state_before_awaiting closed_at state_changed_at next_due_at next_due_kind unread_from_worker erase_due_at in_statistics paid_answer fee_line_count paid_total_jpy has_paid_sending paid_sending_jpy has_paid_broker paid_broker_jpy in_debt debt_jpy above_cap_jpy above_zero_fee_jpy fee_change_at fee_verdict first_month_jpy last_month_jpy over_line_count recruitment_cost_jpy ruled_line_count told_gap_jpy told_pay_gap_jpy yearly_interest_bp deductions_jpy tells_pay told_columns_version',
      case_staff:
        'severity severity_reasons is_severity_overridden scheme origin destination corridor programme job_order channel language grievance_codes danger_codes is_anonymous is_admissible is_test first_reply_at triaged_at departure_on residence_expiry_on contract_end_on poster_id waiting_on next_due_owner sign_count agreed_jpy claimed_jpy repaid_jpy assignee_id',
    },
  },
  case_key: { read: 'case_people rescuer', add: [{ who: 'case_staff sender' }], remove: 'worker supervisor' },
  case_person: {
    row: { kind: 'worker' },
    read: 'case_people rescuer',
    add: [{ who: 'case_people' }],
    change: {
      case_staff: 'kind sealed_name language occupation is_first_job_abroad arrived_on contract_months',
      'case_staff worker':
        'contact_channel sealed_contact sealed_safe_times may_leave_message preferred_officer_sex version',
    },
  },
  case_party: {
    row: { role: 'broker' },
    read: 'case_people rescuer',
    add: [{ who: 'case_people' }],
    change: { case_staff: 'role position party_id sealed_name_as_given name_key' },
  },
  case_words: { read: '' },
  case_words_due: { read: '' },
  case_label: {
    read: 'case_staff',
    add: [{ with: { created_by_id: '$me' }, who: 'case_staff' }],
    change: { supervisor: 'name retired_at' },
  },
  case_link: {
    row: { other_id: '$other', kind: 'related' },
    read: 'case_staff',
    add: [
      { with: { linked_by_id: '$me' }, who: 'case_staff' },
      { with: { linked_by_id: '$me', other_id: '$far_case' }, who: '' },
    ],
    acts: { unlink: { set: { unlinked_by_id: '$me', unlinked_at: '2026-10-02T00:00:00Z' }, who: 'case_staff' } },
  },
  case_hold: {
    row: { reason: 'court', set_at: '2026-09-01T00:00:00Z', ends_at: '2027-01-01T00:00:00Z', set_by_id: '$officer' },
    read: 'case_people',
    add: [{ with: { set_by_id: '$me' }, who: 'case_staff' }],
    acts: { lift: { set: { lifted_at: '2026-10-02T00:00:00Z', lifted_by_id: '$me' }, who: 'case_staff' } },
  },
  case_group: { row: { kind: 'party' }, read: 'case_staff', add: [{ with: { made_by_id: '$me' }, who: 'case_staff' }] },
  case_group_key: { read: 'case_staff', add: [{ who: 'case_staff' }] },
  case_group_member: {
    read: 'case_staff',
    add: [{ with: { added_by_id: '$me' }, who: 'case_staff' }],
    acts: { leave: { set: { removed_by_id: '$me', removed_at: '2026-10-02T00:00:00Z' }, who: 'case_staff' } },
  },
  group_act: { row: { kind: 'note' }, read: 'case_staff', add: [{ with: { acted_by_id: '$me' }, who: 'case_staff' }] },
  group_act_case: { row: { outcome: 'waiting' }, read: 'case_staff' },
  bulk_act: {
    read: 'officer filer',
    add: [{ with: { staff_id: '$me' }, who: 'case_staff' }],
    change: { 'officer filer': 'undone_at' },
  },
  bulk_act_case: { read: 'officer filer', add: [{ who: 'officer filer' }], change: { 'officer filer': 'undone' } },
  task: {
    row: { assignee_id: '$officer', created_by_id: '$officer' },
    read: 'case_staff',
    add: [
      { with: { created_by_id: '$me' }, who: 'case_staff' },
      { with: { created_by_id: '$me', assignee_id: '$far_officer' }, who: '' },
    ],
    change: { case_staff: 'due_at done_at done_by_id version assignee_id' },
  },
  note: { read: 'case_staff', add: [{ with: { author_id: '$me' }, who: 'case_staff' }] },
  deadline: {
    read: 'case_staff worker',
    add: [{ who: 'case_people' }],
    change: {
      case_staff: 'kind owner_kind due_at subject_id remind_at outcome_code',
      'case_staff worker': 'paused_at met_at cancelled_at',
    },
  },
  state_move: {
    row: { by_kind: 'staff', by_staff_id: '$officer' },
    read: 'case_people',
    add: [
      { with: { by_staff_id: '$me' }, who: 'case_staff' },
      { with: { by_kind: 'worker', by_staff_id: null }, who: 'sender worker' },
    ],
  },
  move_approval: {
    row: { requested_by_id: '$officer' },
    read: 'case_staff',
    add: [{ with: { requested_by_id: '$me' }, who: 'case_staff' }],
    acts: {
      confirm: { set: { approved_by_id: '$me', approved_at: '2026-10-02T00:00:00Z' }, who: 'colleague supervisor' },
    },
  },
  triage: {
    row: { decision: 'assign' },
    read: 'case_staff',
    add: [{ with: { triaged_by_id: '$me' }, who: 'case_staff' }],
  },
  code_replacement: {
    row: { outcome: 'refused', staff_id: '$officer' },
    read: 'case_staff',
    add: [{ with: { staff_id: '$me' }, who: 'case_staff' }],
  },
  officer_request: { read: 'worker supervisor', add: [{ who: 'worker' }] },
  saved_view: {
    read: 'officer filer',
    add: [
      { with: { owner_id: '$me' }, who: 'case_staff' },
      { with: { owner_id: '$me', is_shared: true }, who: 'supervisor' },
    ],
    change: { 'officer filer': 'name' },
    remove: 'officer filer',
  },
}
