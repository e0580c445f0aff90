import { randomUUID } from 'node:crypto'
import { grantOpen, type Grant, type StaffActor } from '@/lib/access/grant'
import type { CaseState } from '@/lib/domain/workflow/states'
import { packLabels, packPrintWords } from '@/lib/i18n/pack-words'
import { answerConsentRequest } from '@/lib/usecases/referrals/answer-consent-request'
import { askForConsent } from '@/lib/usecases/referrals/ask-for-consent'
import { prepareReferral } from '@/lib/usecases/referrals/prepare-referral'
import type { PackWords } from '@/lib/usecases/referrals/referral-of-move'
import { changeCaseState, type StateChange } from '@/lib/usecases/change-case-state'
import { staffGrant } from './builders'
import { aTakenCase, versionOf, type StoredCase } from './cases'
import { ownerPool } from './database'

/** The words a page would give for a pack. */
export const PACK_WORDS: PackWords = {
  labels: packLabels,
  print: packPrintWords,
  recipient: { ja: '送り先', en: 'Recipient', vi: 'Nơi nhận' },
}

/** A case that an officer holds and may pass on. */
export async function aCaseToPassOn(officer: StaffActor): Promise<StoredCase> {
  const found = await aTakenCase(officer)
  await moveCase(officer, found, 'assigned', { assigneeId: officer.id })
  return found
}

export async function moveCase(officer: StaffActor, found: StoredCase, to: CaseState, more: Partial<StateChange> = {}) {
  return changeCaseState(staffGrant(officer, 'case.change_state'), {
    number: found.number,
    version: await versionOf(found.id),
    to,
    requestId: randomUUID(),
    declared: [],
    ...more,
  })
}

/** Prepares a referral and returns its id. */
export async function prepare(
  officer: StaffActor,
  found: StoredCase,
  recipient: string,
  dataItems: readonly string[],
): Promise<string> {
  const done = await prepareReferral(staffGrant(officer, 'case.change_state'), {
    number: found.number,
    version: await versionOf(found.id),
    requestId: randomUUID(),
    recipient,
    purpose: 'legal_help',
    dataItems,
  })
  if (!done.ok) throw new Error(done.error.code)
  return one('SELECT id AS value FROM referral WHERE case_id = $1 ORDER BY created_at DESC LIMIT 1', found.id)
}

/** The worker's passes for the case. */
export function workerOf(found: StoredCase): Grant<'own_case.write'> {
  return grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.write')
}

/** Asks the worker and answers with these items. */
export async function askAndAnswer(
  officer: StaffActor,
  found: StoredCase,
  referralId: string,
  items: readonly string[],
): Promise<string> {
  const grant = staffGrant(officer, 'case.change_state')
  const asked = await askForConsent(grant, { number: found.number, referralId, validDays: 90 })
  if (!asked.ok) throw new Error(asked.error.code)
  const requestId = await one('SELECT id AS value FROM consent_request WHERE referral_id = $1', referralId)
  const said = await answerConsentRequest(workerOf(found), { requestId, items, language: 'vi' })
  if (!said.ok) throw new Error(said.error.code)
  return said.value
}

/** One value of the database as its owner sees it. */
export async function one(sql: string, ...values: unknown[]): Promise<string> {
  const { rows } = await ownerPool().query<{ value: string }>(sql, values)
  return rows[0]?.value ?? ''
}
