import 'server-only'
import type { ConsentKind } from '@/lib/domain/consents'
import { officeOfRecipient, officeRecipient } from '@/lib/domain/referral/recipient'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** How a yes was given: tapped, spoken, on paper, or told to an officer who wrote it down. */
export type ConsentMethod = 'tap' | 'voice' | 'paper' | 'told_to_officer'

/** One yes, for one purpose. What was never answered, or answered no, has no row. */
export type Consent = {
  readonly id: string
  readonly kind: ConsentKind
  /** Body code, only for `send_to_body`. */
  readonly recipientBody: string | null
  /** Of the recipient, when it is another office of this system. */
  readonly officeName: string | null
  readonly purpose: string | null
  readonly dataItems: readonly string[]
  readonly language: string
  readonly textVersion: string
  readonly method: ConsentMethod
  readonly witnessStaffId: string | null
  readonly givenAt: Date
  readonly expiresAt: Date | null
  readonly withdrawnAt: Date | null
}

/** A yes as it is written down. */
export type NewConsent = Omit<Consent, 'id' | 'withdrawnAt' | 'officeName'>

/** The grants that read what a worker agreed to. */
export type ConsentReader =
  | 'case.read'
  | 'case.ask_party'
  | 'case.change_state'
  | 'case.refer'
  | 'case.write_message'
  | 'own_case.read'
  | 'own_case.write'
/** The grants that record a yes. */
export type ConsentWriter =
  | 'case.refer'
  | 'case.change_state'
  | 'case.file_for_worker'
  | 'case.ask_party'
  | 'own_case.write'
  | 'report.submit'

/** Whether somebody else than the worker told a case. */
export async function isToldByProxy(on: Scoped<ConsentReader>, caseId: string): Promise<boolean> {
  return (await on.db.casePerson.count({ where: { caseId, kind: 'proxy' } })) > 0
}

/** All that was ever agreed to in a case, oldest first, withdrawn ones too. */
export async function listConsents(on: Scoped<ConsentReader>, caseId: string): Promise<Consent[]> {
  const rows = await on.db.consent.findMany({
    where: { caseId },
    omit: { caseId: true },
    orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
  })
  const ids = rows.flatMap(({ recipientBody }) => (recipientBody && officeOfRecipient(recipientBody)) ?? [])
  const offices =
    ids.length === 0
      ? []
      : await on.db.office.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ConsentKind,
    method: row.method as ConsentMethod,
    officeName: offices.find(({ id }) => row.recipientBody === officeRecipient(id))?.name ?? null,
  }))
}

/** Records a yes. Returns its id. */
export async function insertConsent(on: Scoped<ConsentWriter>, caseId: string, consent: NewConsent): Promise<string> {
  const id = newId()
  await on.db.consent.createMany({ data: [{ ...consent, dataItems: [...consent.dataItems], id, caseId }] })
  return id
}

/** What a yes changes on the case itself: it is counted again, or it may be kept after all. */
export async function updateCaseForYes(
  on: Scoped<'own_case.write' | 'case.change_state'>,
  caseId: string,
  kind: ConsentKind,
): Promise<void> {
  if (kind !== 'statistics' && kind !== 'keep_complaint') return
  await on.db.case.updateMany({
    where: { id: caseId },
    data: kind === 'statistics' ? { inStatistics: true } : { eraseDueAt: null },
  })
}

/** Takes a yes back. False when there is none of this id in the case or it was taken back before. */
export async function updateConsentWithdrawn(
  on: Scoped<'own_case.write'>,
  caseId: string,
  consentId: string,
  withdrawnAt: Date,
): Promise<boolean> {
  const { count } = await on.db.consent.updateMany({
    where: { id: consentId, caseId, withdrawnAt: null },
    data: { withdrawnAt },
  })
  return count > 0
}
