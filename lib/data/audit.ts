import 'server-only'
import type { Permission, StaffPermission } from '@/lib/access/policy'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** What can be told in an audit event: codes, ids, numbers; never the words of a person. */
export type AuditDetail = { readonly [key: string]: string | number | boolean | null | readonly string[] }

/**
 * Appends one event to the chain of an office. The database numbers and hashes it (migration row_level_security) and holds the
 * chain until the transaction ends: append last, so that others wait as briefly as can be.
 */
export async function appendAudit(
  on: Scoped<Permission>,
  officeId: string,
  action: string,
  about: { caseId?: string; detail?: AuditDetail } = {},
): Promise<void> {
  const { actor } = on.grant
  await on.db.$executeRaw`INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    VALUES (${newId()}::uuid, ${officeId}::uuid, ${actor.kind}, ${actor.kind === 'staff' ? actor.id : null}::uuid, ${action},
      ${about.caseId ?? null}::uuid, ${JSON.stringify(about.detail ?? {})}::jsonb)`
}

/** What somebody of an office may read of a case; the worker's page of readers knows the same words (app.own_readings). */
export type Reading = 'case.read' | 'case.printed' | 'evidence.opened' | 'evidence.previewed'

/**
 * Appends that the person of the grant read something of a case: at most once in a quarter of an hour for the same thing, whichever
 * process is asked (app.note_reading). Call it last, as appendAudit.
 */
export async function appendReading<P extends StaffPermission>(
  on: Scoped<P>,
  caseId: string,
  reading: Reading,
  detail: AuditDetail = {},
): Promise<void> {
  await on.db
    .$queryRaw`SELECT app.note_reading(${newId()}::uuid, ${caseId}::uuid, ${reading}, ${JSON.stringify(detail)}::jsonb)`
}

/** Appends an event to the chain of every office: for what is common to all of them, changed by an administrator of one. */
export async function appendAuditEverywhere(
  on: Scoped<'fee_rule.manage' | 'exchange_rate.manage' | 'legal_rule.manage'>,
  action: 'fee_rule.add' | 'exchange_rates.import' | 'legal_rule.add',
  detail: AuditDetail,
): Promise<void> {
  await on.db.$executeRaw`SELECT app.audit_common_change(${action}, ${JSON.stringify(detail)}::jsonb)`
}
