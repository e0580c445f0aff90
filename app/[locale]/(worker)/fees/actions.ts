'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { workerFiling } from '@/app/[locale]/(worker)/report/worker-filing'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { readPlace } from '@/app/[locale]/_filing/place'
import { saveDraft, unsaved } from '@/app/[locale]/_filing/save-draft'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { withCheckedFees } from '@/lib/domain/fees/check/report-answers'
import type { FormState } from '@/lib/http/form-state'
import { LOCALES } from '@/lib/i18n/locales'
import { now } from '@/lib/platform/clock'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { carryOptions } from './carry-options'

const tellPlace = z.object({ locale: z.enum(LOCALES), address: z.string().max(4_000), isAdding: z.boolean() })

/**
 * Starts a report with the facts of a question filled in. Answers that wait on this phone are not changed unasked: who has some
 * is asked first, and adds to them then.
 */
export async function tellAction(
  place: z.input<typeof tellPlace>,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { locale, address, isAdding } = readPlace(tellPlace, place)
  const today = dayInJapan(now())
  const { query } = readCheck(Object.fromEntries(new URLSearchParams(address)), today)
  const base = workerFiling.base(locale)
  const filing = await openFiling(workerFiling, locale)
  if (filing.state === 'sent') redirect(`${base}/receipt?sent=1`)
  if (filing.state === 'open' && !isAdding) redirect(`/${locale}/fees/tell?${address}`)
  const saved = await saveDraft(workerFiling, locale, 'grievances', data, (draft) => ({
    ...draft,
    answers: withCheckedFees(draft.answers, query, carryOptions(today)),
  }))
  if (!saved.ok) return unsaved(saved.error, {})
  redirect(`${base}/grievances`)
}
