'use server'

import { redirect } from 'next/navigation'
import { readCookie, setCookie } from '@/lib/access/cookies'
import { draftGrant } from '@/lib/access/door'
import { DRAFT_HOURS } from '@/lib/data/drafts'
import { readPin } from '@/lib/domain/report/resting'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { emptyDraft } from '@/lib/schemas/report/draft-payload'
import { lockReportDraft } from '@/lib/usecases/lock-report-draft'
import { startReport } from '@/lib/usecases/start-report'
import { typedPin } from '../typed-pin'
import { workerFiling } from '../worker-filing'

/** Locks what this browser writes with digits, from the first answer on or before it. */
export async function lockAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const read = readPin(typedPin(data))
  if (!read.ok) return invalidField('pin', { key: `report.${read.error}` }, {})
  const known = await readCookie(workerFiling.cookie)
  // Digits are never written back into a page, so nobody works for them: the first answer does, and the digits come after it.
  if (!known && (await workerFiling.takeTurn?.(null, emptyDraft().answers))?.ok === false)
    return refused('too_busy', {})
  const token = known || (await startReport(workerFiling.grantFor, { kind: 'report', locale, draft: emptyDraft() }))
  if (token === null) return refused('refused', {})
  const locked = await lockReportDraft(draftGrant(token), token, read.pin)
  if (!locked.ok) redirect(workerFiling.base(locale))
  await setCookie(workerFiling.cookie, token, DRAFT_HOURS * 3600)
  redirect(`${workerFiling.base(locale)}?locked=1`)
}

/** Takes the digits away again. */
export async function unlockAction(language: string): Promise<FormState> {
  const base = workerFiling.base(toLocale(language))
  const token = await readCookie(workerFiling.cookie)
  if (token) await lockReportDraft(draftGrant(token), token, null)
  redirect(`${base}?unlocked=1`)
}
