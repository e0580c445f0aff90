import { RETENTION_PERIODS } from '@/lib/domain/retention/periods'
import type { TableMatrix } from '../entry'

/** Who may do what: offices, staff, sessions, notices and the trail. */
export const OFFICES: TableMatrix = {
  office: {
    row: { id: '$office', code: '$world:o', country: 'JP', kind: 'ngo' },
    isOfOffice: true,
    read: 'both_leaders reporters nobody stranger director door system worker other_worker officer far_officer filer other_filer party other_party rescuer other_rescuer',
  },
  staff: {
    row: { id: '$officer', role: 'caseworker', email: '$world:officer', is_active: true },
    read: 'office_staff director door',
    add: [{ with: { id: '$new', email: 'new' }, who: 'administrator' }],
    change: { administrator: 'display_name role locale is_active disabled_at version' },
  },
  staff_credential: {
    read: 'door',
    add: [{ who: 'door' }],
    change: { door: 'password_hash changed_at wrong_tries staff_id' },
    nameOthers: { door: 'staff_id' },
  },
  staff_invitation: {
    row: { expires_at: '2030-01-01T00:00:00Z' },
    read: 'door administrator',
    add: [{ who: 'door administrator' }],
    change: { 'door administrator': 'id token_hash expires_at accepted_at created_at staff_id', door: 'office_id' },
    nameOthers: { door: 'staff_id' },
  },
  staff_session: {
    row: { expires_at: '2030-01-01T00:00:00Z' },
    read: 'door administrator',
    add: [{ who: 'door' }],
    change: {
      door: 'id created_at last_seen_at expires_at kiosk_since opened_at proved_at is_shared browser system wrong_before challenge staff_id',
      'door administrator': 'revoked_at',
    },
    nameOthers: { door: 'staff_id' },
  },
  staff_totp: {
    read: 'door',
    add: [{ who: 'door' }],
    change: { door: 'wrapped_key master_key_id last_step wrong_codes closed_until confirmed_at staff_id' },
    nameOthers: { door: 'staff_id' },
    remove: 'door',
  },
  staff_recovery_code: {
    read: 'door',
    add: [{ who: 'door' }],
    change: { door: 'id salt code_hash used_at staff_id' },
    nameOthers: { door: 'staff_id' },
    remove: 'door',
  },
  staff_passkey: {
    read: 'door',
    add: [{ who: 'door' }],
    change: { door: 'id credential_id public_key counter transports name created_at last_used_at staff_id' },
    nameOthers: { door: 'staff_id' },
    remove: 'door',
  },
  identity_provider: {
    isOfOffice: true,
    row: { issuer: 'https://id.example.org', is_on: true },
    read: 'door administrator',
    add: [{ with: { office_id: '$office' }, who: 'administrator' }],
    change: {
      administrator: 'issuer client_id wrapped_key master_key_id domains acr_values is_on updated_at',
    },
  },
  staff_identity: { row: { subject: '$world:s' }, read: 'door', add: [{ who: 'door' }], remove: 'door' },
  staff_factor_reset: { read: 'door', remove: 'door' },
  installation: { isShared: true, read: 'everybody' },
  notice: {
    row: { staff_id: '$officer', in_app: true },
    read: 'officer filer',
    change: { 'officer filer': 'read_at' },
  },
  notice_settings: {
    row: { staff_id: '$officer' },
    read: 'officer filer',
    add: [{ with: { staff_id: '$me' }, who: 'any_staff' }],
    change: { 'officer filer': 'app_off mail_off quiet_from quiet_to time_zone version updated_at' },
  },
  mail_attempt: { read: '' },
  throttle: {
    read: 'door system',
    add: [{ who: 'door system' }],
    change: { 'door system': 'bucket_hash window_start count forget_at' },
    remove: 'door system',
  },
  flow: {
    isShared: true,
    row: { name: 'draft' },
    read: 'door system both_leaders',
    add: [{ with: { name: '$new' }, who: 'door system' }],
    change: { 'door system': 'passed held solved waited' },
    remove: 'door system',
  },
  spent_challenge: {
    isShared: true,
    read: 'door system',
    add: [{ with: { id: '\\x77' }, who: 'door system' }],
    remove: 'door system',
  },
  poster: {
    row: { code: '$world:abcdefgh' },
    read: 'office_staff director',
    add: [{ with: { created_by_id: '$me', code: '$new' }, who: 'office_staff director' }],
    change: { 'office_staff director': 'retired_at' },
  },
  filing_day: { isShared: true, read: '' },
  audit_event: {
    row: { seq: '$number', actor_kind: 'staff', actor_id: '$officer', action: 'case.read' },
    read: 'office_staff',
    add: [
      { with: { actor_id: '$me' }, who: 'case_staff' },
      { with: { actor_id: '$me', case_id: null }, who: 'office_staff director' },
      { with: { actor_kind: 'worker', actor_id: null }, who: 'worker' },
      { with: { actor_kind: 'reporter', actor_id: null }, who: 'sender' },
      { with: { actor_kind: 'door', actor_id: null, case_id: null, action: 'staff.accept_invitation' }, who: 'door' },
      { with: { actor_kind: 'system', actor_id: null, case_id: null, action: 'microdata.made' }, who: 'system' },
      {
        with: { actor_kind: 'system', actor_id: null, case_id: null, action: 'statistics.export_scheduled' },
        who: 'system',
      },
      { with: { actor_kind: 'system', actor_id: null }, who: '' },
      { with: { actor_kind: 'party', actor_id: null }, who: '' },
    ],
  },
  audit_head: { isOfOffice: true, read: '' },
  breach: {
    row: { state: 'reported', reported_by_id: '$supervisor' },
    read: 'leaders',
    add: [{ with: { reported_by_id: '$me', id: '$new' }, who: 'leaders' }],
    change: {
      leaders:
        'state data people origins is_intended is_fraud_risk sealed_measures judged_by_id judged_by_name judged_at sealed_judgement closing_by_id closing_by_name closing_at closed_by_id closed_by_name closed_at sealed_review version',
    },
  },
  breach_duty: {
    row: { duty: 'triage' },
    read: 'leaders',
    add: [{ with: { duty: 'persons' }, who: 'leaders' }],
    change: { leaders: 'due_at remind_at done_at done_by_id done_by_name outcome sealed_note' },
  },
  breach_case: {
    read: 'leaders',
    add: [{ with: { added_by_id: '$me', case_id: '$other' }, who: 'supervisor' }],
    change: { leaders: 'told_at' },
  },
  audit_cut: { isOfOffice: true, read: '' },
  retention_confirmation: {
    row: { confirmed_by_id: '$administrator', periods: RETENTION_PERIODS },
    isShared: true,
    read: 'both_administrators system',
    add: [{ with: { confirmed_by_id: '$me' }, who: 'both_administrators' }],
    acts: { stop: { set: { stopped_at: '2026-10-02T00:00:00Z', stopped_by_id: '$me' }, who: 'both_administrators' } },
  },
}
