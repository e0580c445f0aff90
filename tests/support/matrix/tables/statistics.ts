import type { TableMatrix } from '../entry'

/** Who may do what: counts and what is published of them. */
export const STATISTICS: TableMatrix = {
  desk_change: { read: '' },
  desk_count: { read: '' },
  desk_month: { read: '' },
  desk_value: { read: '' },
  desk_organisation: { read: '' },
  desk_organisation_month: { read: '' },
  statistic_block: { row: { number: 900000, place: '1', written: '1' }, isShared: true, read: '' },
  statistic_change: { row: { changed: '1', ref: '$number' }, read: '' },
  statistic_file: {
    row: { state: 'failed' },
    read: 'both_administrators system',
    add: [{ who: 'system' }],
    change: {
      system:
        'state tries failure made_at query_id file_name content_type rows bytes sha256 parts storage_key wrapped_key master_key_id',
    },
  },
  statistic_release: {
    row: {
      scope: '$office',
      question: '$world:q',
      release: { cells: [] },
      told_by_kind: 'staff',
      told_by_id: '$administrator',
    },
    read: 'system supervisor',
    add: [
      { with: { told_by_id: '$me', scope: '$office' }, who: 'supervisor' },
      { with: { told_by_id: '$me', scope: 'all' }, who: 'both_administrators' },
      { with: { scope: 'public', told_by_kind: 'reporter', told_by_id: null }, who: 'reporters' },
      { with: { told_by_kind: 'system', told_by_id: null }, who: 'system' },
    ],
    change: { supervisor: 'told_by_id' },
  },
  statistic_schedule: {
    row: { made_by_id: '$administrator', state: 'running', rhythm: 'weekly', format: 'csv', keep: 1 },
    read: 'both_administrators system',
    add: [{ with: { made_by_id: '$me' }, who: 'administrator' }],
    change: { system: 'state due_at try_at stopped_at' },
    acts: {
      stop: { set: { state: 'stopped', stopped_at: '2026-10-02T00:00:00Z' }, who: 'both_administrators system' },
    },
  },
  statistic_view: {
    row: { owner_id: '$supervisor' },
    read: 'supervisor',
    add: [{ with: { owner_id: '$me' }, who: 'leaders' }],
    change: { supervisor: 'name is_shared deleted_at' },
    remove: 'supervisor',
  },
  publication_day: {
    row: { digest: '\\x0000000000000000000000000000000000000000000000000000000000000000' },
    isShared: true,
    read: 'everybody',
    add: [{ who: 'system' }],
    change: { system: 'digest' },
  },
  microdata_request: {
    row: { state: 'asked', asked_by_id: '$administrator', k: 5, l: 1, most_left_out: 1 },
    read: 'both_administrators system',
    add: [{ with: { asked_by_id: '$me' }, who: 'administrator' }],
    acts: {
      approve: { set: { state: 'approved', decided_by_id: '$me' }, who: 'far_administrator' },
      withdraw: { set: { state: 'withdrawn' }, who: 'both_administrators' },
    },
  },
  microdata_download: {
    row: { staff_id: '$administrator' },
    read: 'both_administrators system',
    add: [{ with: { staff_id: '$me' }, who: '' }],
  },
  microdata_recoding: { read: 'system', add: [{ who: 'system' }] },
  organisation_figure: { read: 'system', add: [{ who: 'system' }] },
  organisation_release: {
    row: { state: 'asked', asked_by_id: '$supervisor' },
    read: 'both_leaders',
    add: [{ with: { asked_by_id: '$me' }, who: 'both_leaders' }],
    change: {
      both_administrators:
        'state version decided_by_id decided_by_name decided_at decide_note informed_on reply_text reply_language reply_translations replied_on reply_kept_by_id reply_kept_by_name',
    },
    acts: {
      approve: {
        set: { state: 'approved', decided_by_id: '$me', informed_on: '2026-10-01' },
        who: 'both_administrators',
      },
    },
  },
}
