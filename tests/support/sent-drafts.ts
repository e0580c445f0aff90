import { grantOpen } from '@/lib/access/grant'
import { insertDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { hashToken, newToken } from '@/lib/platform/token'
import { submitReport } from '@/lib/usecases/submit-report'
import { aReport, reporterGrant } from './builders'

/** The pass of whoever holds the token of a draft. */
export function draftGrant(token: string) {
  return grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
}

/** A draft of a report; its token. */
export async function aDraft(payload: unknown = {}): Promise<string> {
  const token = newToken()
  await within(draftGrant(token), (on) => insertDraft(on, token, { kind: 'report', locale: 'vi', payload, now: now() }))
  return token
}

/** Sends a draft. */
export const send = (token: string, answers = aReport()) =>
  submitReport(reporterGrant(token), { answers, locale: 'vi', channel: 'web', token })
