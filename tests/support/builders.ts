import { randomUUID } from 'node:crypto'
import { grantOpen, grantStaff, type Grant, type StaffActor } from '@/lib/access/grant'
import type { StaffPermission, StaffRole } from '@/lib/access/policy'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { newId } from '@/lib/platform/ids'
import { hashToken } from '@/lib/platform/token'
import { ownerPool } from './database'

/** Words that must never be found in a dump. */
export const STORY = 'Họ giữ hộ chiếu của tôi từ tháng ba.'

/** A plain report: one grievance, one payment to a go-between, a story, and the consents to keep and to count it. */
export function aReport(change: Partial<ReportAnswers> = {}): ReportAnswers {
  return {
    ...noAnswers(),
    grievances: ['fees_debt'],
    origin: 'VN',
    scheme: 'titp',
    parties: [{ role: 'broker', name: 'chú Ba' }],
    paid: 'yes',
    fees: [
      {
        payeeRole: 'broker',
        payeeName: 'chú Ba',
        category: 'rf_broker_introduction',
        amountText: '25 triệu',
        amountMinor: '25000000',
        currency: 'VND',
        paidOn: '2025-02',
      },
    ],
    story: STORY,
    consents: ['keep_complaint', 'statistics'],
    ...change,
  }
}

/** An office in the database; `isDefaultIntake` makes it the one that gets reports. */
export async function anOffice(
  code: string,
  change: { isDefaultIntake?: boolean; intakeOrigins?: string[] } = {},
): Promise<string> {
  const id = randomUUID()
  await ownerPool().query(
    `INSERT INTO office (id, code, name, kind, country, intake_origins, is_default_intake, languages) VALUES ($1, $2, $2, 'ngo', 'JP', $3, $4, '{en,vi}')`,
    [id, code, change.intakeOrigins ?? [], change.isDefaultIntake ?? false],
  )
  return id
}

/** A member of staff in the database, as the actor a session would give. */
export async function aStaffMember(officeId: string, role: StaffRole): Promise<StaffActor> {
  const id = randomUUID()
  await ownerPool().query(`INSERT INTO staff (id, office_id, email, display_name, role) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    officeId,
    `${id}@example.org`,
    `${role} Mẫu`,
    role,
  ])
  return { kind: 'staff', id, officeId, role, displayName: `${role} Mẫu`, locale: 'en' }
}

/** The pass of a member of staff; throws when the role does not hold the permission. */
export function staffGrant<P extends StaffPermission>(actor: StaffActor, permission: P): Grant<P> {
  const grant = grantStaff(actor, permission)
  if (!grant) throw new Error(`${actor.role} may not ${permission}`)
  return grant
}

/** The pass of somebody who sends a report, with the token of their draft or without. */
export function reporterGrant(token: string | null = null): Grant<'report.submit'> {
  return grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit', token ? hashToken(token) : null)
}
