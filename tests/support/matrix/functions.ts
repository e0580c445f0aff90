/** A function that runs as the owner: what it is tried with, and who gets an answer or writes through it. Nobody else gets either. */
export type FunctionEntry = {
  /** Arguments by name, as in entry.ts; the others get what their type and name say (function-calls.ts). */
  readonly with?: Readonly<Record<string, string>>
  readonly who: string
}

const SYSTEM: FunctionEntry = { who: 'system' }
/** Of the own office or of what is public: whom they ask about is not theirs to say. */
const CASE_STAFF: FunctionEntry = { who: 'any_case_staff' }
const LEADERS: FunctionEntry = { who: 'both_leaders' }
/** Yes or no about an id of 122 random bits, for policies that have to look past themselves. */
const POLICY: FunctionEntry = { who: 'everybody' }

const IMPORT = { in_import: '$id:report_import' }

/** Every function that runs as the owner and that the application's role may call. */
export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  // Of one's own account, of which the matrix changes nothing (tests/integration/account-notices.test.ts).
  account_changes: { who: 'any_staff' },
  add_case_words: { who: 'case_people system' },
  // Of an opening that is over: a supervisor of the case's office, or who holds it.
  answer_glass: { with: { in_id: '$id:break_glass', what: 'justified' }, who: 'officer filer supervisor' },
  answer_officer_request: { with: { what: 'changed' }, who: 'case_staff' },
  audit_common_change: { with: { what: 'fee_rule.add', about: '{}' }, who: 'both_administrators' },
  audit_heads: SYSTEM,
  // A rescuer opens what there is (tests/integration/break-glass.test.ts), and this number nobody has.
  break_glass: { with: { in_number: 'x', in_reason: 'missing' }, who: '' },
  breaks_glass: { who: 'rescuer' },
  case_by_code: { with: { hash: '$link' }, who: 'door' },
  case_money: { who: 'case_staff worker' },
  cases_without_words: SYSTEM,
  claim_account_mail: SYSTEM,
  claim_deadlines: SYSTEM,
  claim_mail: SYSTEM,
  close_shares_run_out: SYSTEM,
  collect_desk_changes: SYSTEM,
  count_desk_months: SYSTEM,
  count_desk_organisations: SYSTEM,
  count_fee_cases: { who: 'system both_administrators' },
  count_mail: LEADERS,
  count_undoable: { with: IMPORT, who: 'case_staff' },
  desk_counts: { with: { only_office: '$office' }, who: 'all_staff' },
  // How much room the files of all drafts take: one number.
  draft_file_bytes: { who: 'everybody' },
  drop_run_out_links: SYSTEM,
  drop_unasked_releases: SYSTEM,
  end_case_words: SYSTEM,
  end_glass: { with: { in_id: '$id:break_glass' }, who: '' },
  erase_due_cases: SYSTEM,
  fee_cohort: { with: { of_line: '$id:fee_line' }, who: 'any_case_staff' },
  first_broken_audit: { with: { office: '$office' }, who: 'leaders' },
  forget_notices: SYSTEM,
  former_code: { with: { hash: '$link' }, who: 'door' },
  glass_openers: { who: 'case_staff' },
  hold_trail: { who: 'all_staff' },
  is_reported_organisation: SYSTEM,
  keep_statistic_block: { with: { kept: '900001', its_place: '1' }, who: 'system' },
  kept_microdata: SYSTEM,
  kept_objects: { with: { keys: '{$world:key}' }, who: 'system' },
  known_submissions: { with: { wanted: '{$id:cases/submission_id}' }, who: 'case_staff' },
  // Counts of an office for everybody who learns from them; of every office for administrators.
  kpi_counts: { with: { only_office: '$office' }, who: 'case_staff director both_administrators' },
  look_at_code_alarm: { who: 'supervisor' },
  merge_parties: {
    with: { merge: '$new', from_party: '$id:party', into_party: '$far_id:party', from_version: '1', into_version: '1' },
    who: 'any_case_staff',
  },
  message_authors: { who: 'case_staff worker' },
  // Whether other files of records are in somebody's hands: a digest.
  microdata_mark: { who: 'everybody' },
  note_glass_reading: { who: 'rescuer' },
  note_scan: { with: { in_id: '$id:evidence' }, who: 'case_staff' },
  notify_case: {
    with: { what: 'message', audience: 'office', about: '$new' },
    who: 'case_people system',
  },
  notify_self: { with: { what: 'message', about: '$new' }, who: 'case_staff' },
  office_money: CASE_STAFF,
  officer_asked_at: { who: 'case_staff worker' },
  officers_changed: { who: 'case_staff' },
  open_pack: { who: 'case_staff' },
  organisation_facts: SYSTEM,
  // Of the own case, without a question.
  own_readings: { who: 'worker other_worker' },
  pack_holds: { who: 'case_staff' },
  parties_called: { with: { patterns: '{%x%}', pieces: '{x1}' }, who: 'any_case_staff' },
  party_candidates: { with: { sought: '{x1}' }, who: 'all_staff reporters' },
  party_link_open: POLICY,
  party_money: CASE_STAFF,
  party_reporters: { who: 'all_staff' },
  party_responses: CASE_STAFF,
  poster_by_code: { with: { asked: '$world:abcdefgh' }, who: 'reporters door' },
  poster_reports: { who: 'all_staff' },
  public_organisations: {
    with: { ids: '{$id:party}', number_keys: '{}', sought: '{}', is_published: 'false', most: '10' },
    who: 'all_staff reporters system',
  },
  queue_count: { with: { f: '{"order": "received"}' }, who: 'any_case_staff' },
  queue_page: { with: { f: '{"order": "received"}' }, who: 'any_case_staff' },
  read_fee_cases: SYSTEM,
  read_limitation_cases: SYSTEM,
  read_passed_limitations: SYSTEM,
  read_statistic_block: { with: { wanted: '900000' }, who: 'system' },
  read_untold_cases: SYSTEM,
  referral_holds: POLICY,
  related_cases: { who: 'case_staff' },
  releases_asked: { with: { asked: '{1q}' }, who: 'both_leaders reporters' },
  reported_organisations: LEADERS,
  reset_second_factor: { with: { colleague: '$officer' }, who: 'leaders' },
  remind_breaches: SYSTEM,
  retain_audit: SYSTEM,
  retain_cases: SYSTEM,
  retain_things: SYSTEM,
  retention_plan: { who: 'both_administrators system' },
  roll_limitations: SYSTEM,
  run_clocks_again: SYSTEM,
  say_why_glass_broke: { with: { in_id: '$id:break_glass' }, who: '' },
  second_factors: LEADERS,
  shares_received: CASE_STAFF,
  staff_with_password: { who: 'both_administrators' },
  statistic_block_facts: { with: { since: '0', wanted: '900000' }, who: 'system' },
  statistic_blocks: SYSTEM,
  statistic_facts: { with: { after_change: '0' }, who: 'system' },
  statistic_horizon: SYSTEM,
  store_fee_verdicts: SYSTEM,
  store_limitations: SYSTEM,
  store_mail: { with: { to_staff: '$officer', ids: '{$id:notice}' }, who: 'system' },
  store_reminders: SYSTEM,
  store_told_columns: SYSTEM,
  system_state: { who: 'system both_administrators' },
  tell_administrators: { with: { codes: '{backup}' }, who: 'system' },
  tell_of_account: { with: { person: '$officer' }, who: 'door administrator' },
  tied_elsewhere: { who: 'case_staff' },
  // Only while the import is being taken back, which the one of the matrix is not.
  undo_import_rows: { with: IMPORT, who: '' },
  undo_party_import: { with: { list: '$id:party_import' }, who: 'both_leaders' },
  undo_party_merge: { with: { merge: '$id:party_merge' }, who: 'any_case_staff' },
  was_given: POLICY,
  worker_came_back: { who: 'case_staff' },
}
