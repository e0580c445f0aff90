import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@/lib/access/grant'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { withClock } from '@/lib/platform/clock'
import { submitReport } from '@/lib/usecases/submit-report'
import { takeCase } from '@/lib/usecases/take-case'
import { aReport, reporterGrant, staffGrant } from './builders'
import { ownerPool } from './database'

/** A case as a test needs it: what is in the address of its page, and the row's id. */
export type StoredCase = { readonly id: string; readonly number: string }

/** A case made by sending a report at a moment; in the office that takes reports. */
export async function aCase(change: Partial<ReportAnswers> = {}, at: Date = new Date()): Promise<StoredCase> {
  const sent = await withClock(
    () => at,
    () =>
      submitReport(reporterGrant(), {
        answers: aReport(change),
        locale: 'vi',
        channel: 'web',
        token: null,
        submissionId: randomUUID(),
      }),
  )
  if (!sent.ok) throw new Error(sent.error.code)
  const { rows } = await ownerPool().query<StoredCase>('SELECT id, number FROM cases WHERE number = $1', [
    sent.value.number,
  ])
  const [found] = rows
  if (!found) throw new Error('the case is not there')
  return found
}

/** A case that an officer holds, in triage. */
export async function aTakenCase(officer: StaffActor, change: Partial<ReportAnswers> = {}): Promise<StoredCase> {
  const found = await aCase(change)
  const taken = await takeCase(staffGrant(officer, 'case.take'), {
    number: found.number,
    version: await versionOf(found.id),
    hasConflict: false,
  })
  if (!taken.ok) throw new Error(taken.error.code)
  return found
}

/** The version that the page of the case would show now. */
export async function versionOf(id: string): Promise<number> {
  const { rows } = await ownerPool().query<{ version: number }>('SELECT version FROM cases WHERE id = $1', [id])
  return rows[0]?.version ?? 0
}
