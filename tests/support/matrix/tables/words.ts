import type { TableMatrix } from '../entry'

/** Who may do what: what a worker and an office say, and the files. */
export const WORDS: TableMatrix = {
  statement: {
    row: { author_kind: 'worker' },
    read: 'case_people rescuer',
    add: [{ who: 'case_people' }, { with: { author_kind: 'staff', author_staff_id: '$me' }, who: 'case_staff' }],
    change: { case_staff: 'sealed_translation translated_by_id' },
  },
  original_text: {
    read: 'case_people',
    add: [{ who: 'case_staff sender' }, { with: { message_id: '$id:message' }, who: 'case_staff worker' }],
  },
  message: {
    row: { direction: 'from_worker' },
    read: 'case_people rescuer',
    add: [{ who: 'worker' }, { with: { direction: 'to_worker', author_staff_id: '$me' }, who: 'case_staff' }],
    change: { case_staff: 'read_at' },
  },
  text_translation: {
    row: { kind: 'statement', subject_id: '$id:statement' },
    read: 'case_staff',
    add: [
      { with: { translated_by_id: '$me' }, who: 'case_staff' },
      { with: { translated_by_id: '$me', subject_id: '$far_id:statement' }, who: '' },
    ],
  },
  consent: {
    row: { kind: 'contact_party', method: 'tap' },
    read: 'case_people',
    add: [{ who: 'case_people' }, { with: { method: 'told_to_officer', witness_staff_id: '$me' }, who: 'case_staff' }],
    change: { 'case_staff worker': 'withdrawn_at' },
  },
  correction: {
    row: { state: 'proposed' },
    read: 'case_people',
    add: [{ who: 'worker' }],
    acts: { decide: { set: { state: 'accepted', decided_by_id: '$me' }, who: 'case_staff' } },
  },
  rights_request: {
    row: { asked_by: 'worker', came_by: 'own_page', recorded_by_id: null },
    read: 'case_staff worker',
    add: [
      { with: { recorded_by_id: null }, who: 'worker' },
      { with: { came_by: 'phone', recorded_by_id: '$me' }, who: 'case_staff' },
    ],
    acts: {
      answer: {
        set: { outcome: 'done', answered_by_id: '$me', answered_at: '2026-10-02T00:00:00Z' },
        who: 'case_staff',
      },
    },
  },
  evidence: {
    row: { added_by_kind: 'worker', content_type: 'image/jpeg', format: 'jpeg', storage_key: '$world:key' },
    read: 'case_people',
    add: [{ who: 'sender worker' }, { with: { added_by_kind: 'staff', added_by_id: '$me' }, who: 'case_staff' }],
    change: { case_staff: 'fee_line_id', worker: 'removed_at message_id' },
  },
  upload: {
    row: { draft_id: null },
    read: 'worker',
    add: [{ who: 'worker' }, { with: { draft_id: '$id:draft', case_id: null }, who: 'sender filer' }],
    change: {
      worker:
        'id draft_id purpose state refusal declared_bytes received keep_date message_request_id sealed_file_name sealed_file_key sealed_sha256 chunks_key storage_key format size_bytes removed_codes taken_on duration_seconds scanned_at created_at expires_at',
    },
    remove: 'worker',
  },
  draft: {
    row: { token_hash: '$draft', expires_at: '2030-01-01T00:00:00Z' },
    read: 'sender filer',
    add: [{ who: 'sender filer' }],
    change: {
      'sender filer':
        'id kind locale sealed_payload sealed_receipt submitted_case_id owner_staff_id version expires_at created_at last_seen_at pin_hash pin_tries',
    },
    nameOthers: { 'sender filer': 'owner_staff_id' },
    remove: 'sender filer',
  },
  satisfaction_survey: { read: 'worker supervisor' },
  indicator_finding: {
    read: 'case_staff',
    add: [{ who: 'case_people' }],
    change: { case_staff: 'judged_by_id' },
    acts: { judge: { set: { judgement: 'present', judged_by_id: '$me' }, who: 'case_staff' } },
  },
  sign_judgement: {
    row: { judgement: 'present' },
    read: 'case_staff',
    add: [{ with: { judged_by_id: '$me' }, who: 'case_staff' }],
  },
  worker_session: {
    row: { expires_at: '2030-01-01T00:00:00Z' },
    read: 'door',
    add: [{ who: 'door' }],
    change: { door: 'token_hash case_id last_seen_at expires_at created_at' },
    move: 'door',
    remove: 'door',
  },
  translation_comment: {
    row: { expires_at: '2026-10-02T00:00:00Z' },
    isShared: true,
    read: 'both_leaders system',
    add: [{ who: 'reporters' }],
    change: { both_leaders: 'done_at done_by_id' },
    remove: 'system',
  },
}
