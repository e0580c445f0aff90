import type { TableMatrix } from '../entry'

/** Who may do what: the register of organisations, questions to them, referrals and imports. */
export const PARTIES: TableMatrix = {
  party: {
    row: { country: 'VN', roles: ['agency'] },
    read: 'everybody',
    add: [{ who: 'any_case_staff' }, { with: { import_id: '$id:party_import' }, who: 'any_staff' }],
    change: { any_staff: 'country roles name updated_at version' },
  },
  party_name: {
    read: 'everybody',
    add: [{ who: 'any_case_staff' }, { with: { import_id: '$id:party_import' }, who: 'any_staff' }],
    change: { any_case_staff: 'removed_at' },
  },
  party_key: { read: 'all_staff', add: [{ who: 'any_staff' }] },
  party_word: { isShared: true, read: '' },
  party_licence: {
    read: 'everybody',
    add: [{ who: 'any_case_staff' }, { with: { import_id: '$id:party_import' }, who: 'any_staff' }],
    change: { any_staff: 'from_on to_on removed_at' },
  },
  party_licence_status: {
    read: 'all_staff',
    add: [
      { with: { noted_by_id: '$me' }, who: 'any_case_staff' },
      { with: { noted_by_id: '$me', import_id: '$id:party_import' }, who: 'any_staff' },
    ],
  },
  party_programme: {
    read: 'everybody',
    add: [{ who: 'any_case_staff' }, { with: { import_id: '$id:party_import' }, who: 'any_staff' }],
    change: { any_case_staff: 'from_on to_on removed_at' },
  },
  party_version: { read: 'all_staff', add: [{ with: { changed_by_id: '$me' }, who: 'office_staff' }] },
  party_merge: { row: { from_id: '$new', into_id: '$id:party' }, read: 'all_staff', hidden: 'moved' },
  party_import: {
    row: { made_by_id: '$supervisor' },
    read: 'all_staff',
    add: [{ with: { made_by_id: '$me' }, who: 'leaders' }],
    change: { leaders: 'content mapping seen applied_at applied_by_id counts' },
  },
  party_import_row: { read: 'all_staff', add: [{ who: 'leaders' }] },
  party_request: {
    row: {
      base_consent_id: '$id:consent',
      consent_id: '$id:consent',
      token_hash: '$link',
      expires_at: '2030-01-01T00:00:00Z',
      due_at: '2030-01-01T00:00:00Z',
    },
    read: 'case_staff worker party',
    add: [{ with: { created_by_id: '$me' }, who: '' }],
    change: { case_staff: 'withdrawn_at' },
  },
  party_answer: { read: 'case_staff', add: [{ who: 'party' }] },
  party_answer_draft: { read: 'party', add: [{ who: 'party' }], change: { party: 'sealed_fields kept_at' } },
  referral: {
    row: {
      to_office_id: '$far_office',
      purpose: 'help',
      data_items: ['facts'],
      state: 'sent',
      sent_at: '2026-10-02T00:00:00Z',
      consent_id: '$id:consent',
    },
    read: 'case_staff worker',
    add: [{ who: 'case_staff' }],
    change: {
      case_staff: 'state sealed_outcome outcome_code answered_at version withdrawn_at outcome_language told_worker_at',
    },
  },
  consent_request: {
    row: { recipient_body: '$far_office_body', purpose: 'help', data_items: ['facts'] },
    read: 'case_people',
    add: [{ with: { asked_by_id: '$me' }, who: '' }],
    change: { case_staff: 'cancelled_at' },
    acts: {
      say_no: { set: { answer: 'no', answered_at: '2026-10-02T00:00:00Z' }, who: 'worker' },
      cancel: { set: { cancelled_at: '2026-10-02T00:00:00Z' }, who: 'case_staff' },
    },
  },
  referral_pack: {
    row: { format: 'pdf' },
    read: 'case_staff',
    add: [{ with: { made_by_id: '$me' }, who: '' }],
    hidden: 'sealed_bytes',
  },
  referral_share: {
    row: { from_office_id: '$office', to_office_id: '$far_office', purpose: 'help' },
    read: 'any_case_staff',
    add: [{ who: 'case_staff' }],
    change: {
      far_case_staff:
        'opened_at decision decided_at outcome_code sealed_outcome outcome_language answered_by_id answered_at version',
    },
    acts: {
      answer: {
        set: { outcome_code: 'helped', answered_by_id: '$me', answered_at: '2026-10-02T00:00:00Z' },
        who: 'far_case_staff',
      },
    },
  },
  report_import: {
    row: { state: 'mapping' },
    read: 'case_staff system',
    add: [{ with: { created_by_id: '$me' }, who: 'case_staff' }],
    change: {
      'case_staff system': 'wrapped_key sealed_file sealed_mapping state version moved_at failure_count stop_reason',
      case_staff: 'wrong_count made_count same_count undone_count started_at finished_at undone_at',
    },
  },
  report_import_row: {
    row: { case_id: null, state: 'waiting' },
    read: 'case_staff system',
    add: [{ who: 'case_staff' }],
    change: { 'case_staff system': 'sealed_cells', case_staff: 'state problems case_id' },
    move: 'case_staff',
  },
  import_mapping: {
    read: 'case_staff',
    add: [{ who: 'case_staff' }],
    change: { case_staff: 'sealed_mapping used_at' },
  },
}
