/** What a member of staff can be. */
export const STAFF_ROLES = ['caseworker', 'supervisor', 'administrator'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Who acts: the database knows the same words (app.actor_kind). `door` is the door itself while it finds out who somebody is. */
export type ActorKind = 'staff' | 'rescuer' | 'worker' | 'reporter' | 'party' | 'door' | 'system'

/**
 * Who may do what. Staff permissions list the roles; the other kinds of actor hold a permission or not.
 * The scope follows from the actor: staff act within their office, a worker within the one case, a reporter within the one draft.
 */
export const POLICY = {
  'case.list': { staff: ['caseworker', 'supervisor'] },
  'case.read': { staff: ['caseworker', 'supervisor'] },
  'case.take': { staff: ['caseworker', 'supervisor'] },
  'case.assign': { staff: ['supervisor'] },
  'case.change_state': { staff: ['caseworker', 'supervisor'] },
  'case.change_severity': { staff: ['caseworker', 'supervisor'] },
  'case.write_message': { staff: ['caseworker', 'supervisor'] },
  'case.write_note': { staff: ['caseworker', 'supervisor'] },
  'case.translate': { staff: ['caseworker', 'supervisor'] },
  'case.judge_sign': { staff: ['caseworker', 'supervisor'] },
  'case.manage_tasks': { staff: ['caseworker', 'supervisor'] },
  'case.write_person': { staff: ['caseworker', 'supervisor'] },
  'case.write_fees': { staff: ['caseworker', 'supervisor'] },
  'case.refer': { staff: ['caseworker', 'supervisor'] },
  'share.read': { staff: ['caseworker', 'supervisor'] },
  'share.answer': { staff: ['caseworker', 'supervisor'] },
  'case.write_remedies': { staff: ['caseworker', 'supervisor'] },
  'case.ask_party': { staff: ['caseworker', 'supervisor'] },
  'case.decide_correction': { staff: ['caseworker', 'supervisor'] },
  'case.answer_right': { staff: ['caseworker', 'supervisor'] },
  'case.answer_officer_request': { staff: ['supervisor'] },
  'case.replace_code': { staff: ['caseworker', 'supervisor'] },
  'case.confirm_code': { staff: ['supervisor'] },
  'group.manage': { staff: ['caseworker', 'supervisor'] },
  'case.label': { staff: ['caseworker', 'supervisor'] },
  'case.hand_over': { staff: ['caseworker', 'supervisor'] },
  // Nothing of a case goes while an authority works on it.
  'case.hold': { staff: ['caseworker', 'supervisor'] },
  'label.manage': { staff: ['supervisor'] },
  'view.save': { staff: ['caseworker', 'supervisor'] },
  'view.share': { staff: ['supervisor'] },
  // A case of another office, while a life is in danger (ADR 051).
  'case.break_glass': { staff: ['supervisor'] },
  'case.file_for_worker': { staff: ['caseworker', 'supervisor'] },
  'case.import': { staff: ['caseworker', 'supervisor'] },
  'case.link_party': { staff: ['caseworker', 'supervisor'] },
  // The register of organisations: public facts, common to all offices.
  'party.read': { staff: ['caseworker', 'supervisor', 'administrator'] },
  'party.write': { staff: ['caseworker', 'supervisor'] },
  'party.import': { staff: ['supervisor', 'administrator'] },
  'statistics.read': { staff: ['supervisor', 'administrator'] },
  'learning.read': { staff: ['caseworker', 'supervisor', 'administrator'] },
  'statistics.export': { staff: ['supervisor', 'administrator'] },
  'statistics.schedule': { staff: ['administrator'] },
  // Questions to the statistics under a name, one's own or shared with the office.
  'statistic_view.save': { staff: ['supervisor', 'administrator'] },
  // Numbers about an organisation by name: asked for, and decided by an administrator.
  'organisation.ask': { staff: ['supervisor', 'administrator'] },
  'organisation.release': { staff: ['administrator'] },
  // Records of single reports for researchers: asked for by one administrator, approved by another.
  'microdata.manage': { staff: ['administrator'] },
  'fee_rule.manage': { staff: ['administrator'] },
  'exchange_rate.manage': { staff: ['administrator'] },
  'legal_rule.manage': { staff: ['administrator'] },
  // What is kept how long: what would go, and the word that it may.
  'retention.manage': { staff: ['administrator'] },
  // Incidents with personal data: reported and looked at by both, judged by administrators; cases are noted by who sees cases.
  'breach.report': { staff: ['supervisor', 'administrator'] },
  'breach.manage': { staff: ['administrator'] },
  'breach.review': { staff: ['supervisor', 'administrator'] },
  'breach.tell': { staff: ['supervisor'] },
  // The register of processing, and which wordings were agreed to.
  'processing.read': { staff: ['administrator'] },
  'consent.register': { staff: ['supervisor'] },
  'staff.manage': { staff: ['administrator'] },
  // Colleagues who lost their second factor: of caseworkers, or of everybody (app.reset_second_factor).
  'staff.reset_factor': { staff: ['supervisor', 'administrator'] },
  'source.read': { staff: ['supervisor', 'administrator'] },
  'translation.review': { staff: ['supervisor', 'administrator'] },
  'poster.make': { staff: ['caseworker', 'supervisor', 'administrator'] },
  'notice.own': { staff: ['caseworker', 'supervisor', 'administrator'] },
  // Sums of everybody together: floods, and what was done about them.
  'flow.read': { staff: ['supervisor', 'administrator'] },
  'job.read': { staff: ['supervisor', 'administrator'] },
  'job.retry': { staff: ['supervisor', 'administrator'] },
  'system.read': { staff: ['administrator'] },
  'session.own': { staff: ['caseworker', 'supervisor', 'administrator'] },
  'form.hold': { staff: ['caseworker', 'supervisor', 'administrator'] },
  'fees.check': { kinds: ['reporter'] },
  'translation.comment': { kinds: ['reporter'] },
  // Anybody, without signing in: public pages, downloads and the public interface.
  'statistics.read_public': { kinds: ['reporter'] },
  'report.draft': { kinds: ['reporter'] },
  'report.submit': { kinds: ['reporter'] },
  'own_case.read': { kinds: ['worker'] },
  'own_case.write': { kinds: ['worker'] },
  'party_request.answer': { kinds: ['party'] },
  'case.rescue': { kinds: ['rescuer'] },
  'door.look_up': { kinds: ['door'] },
  'system.sweep': { kinds: ['system'] },
  'system.retain': { kinds: ['system'] },
  'system.import': { kinds: ['system'] },
  'system.remind': { kinds: ['system'] },
  'system.send_mail': { kinds: ['system'] },
  'system.reassess_fees': { kinds: ['system'] },
  'system.count_limitations': { kinds: ['system'] },
  'system.count_reports': { kinds: ['system'] },
  'system.export': { kinds: ['system'] },
  'system.make_microdata': { kinds: ['system'] },
  'system.publish': { kinds: ['system'] },
  'system.observe': { kinds: ['system'] },
} as const satisfies Record<string, { staff: readonly StaffRole[] } | { kinds: readonly ActorKind[] }>

export type Permission = keyof typeof POLICY
/** Permissions that a member of staff can hold. */
export type StaffPermission = {
  [P in Permission]: (typeof POLICY)[P] extends { staff: readonly StaffRole[] } ? P : never
}[Permission]
/** Permissions of people without an account and of the system itself. */
export type OpenPermission = Exclude<Permission, StaffPermission>

/** Whether a role may do this anywhere; to show or hide a button, never to protect. */
export function roleMay(role: StaffRole, permission: StaffPermission): boolean {
  return (POLICY[permission].staff as readonly StaffRole[]).includes(role)
}

/** Whether this kind of actor may do this. */
export function kindMay(kind: ActorKind, permission: OpenPermission): boolean {
  return (POLICY[permission].kinds as readonly ActorKind[]).includes(kind)
}
