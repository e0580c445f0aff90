'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { previewOfRates, problemTexts } from '@/components/settings/rate-preview'
import { STEP_FIELD, STEPS, type PreviewState } from '@/components/settings/preview-state'
import { readFields } from '@/lib/http/form-fields'
import { invalidField, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import type { RateProblem } from '@/lib/domain/money/rate-file'
import { cleanText } from '@/lib/domain/writing/clean-text'
import { importRatesSchema, RATE_FILE_MAXIMUM } from '@/lib/schemas/settings/import-rates'
import { applyRateImport, previewRateImport } from '@/lib/usecases/exchange-rates/rate-import'
import { reassessQuietly } from '@/lib/usecases/reassess-fees'
import { forgetHeld, grantOrHold } from '../../../cases/[number]/held-form'

/** Shows what a file with rates would change, and takes it over when that was confirmed. */
export async function importRatesAction(
  locale: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState | PreviewState> {
  const t = translatorFor(toLocale(locale))
  const step = data.get(STEP_FIELD)
  data.delete(STEP_FIELD)
  const address = `/${t.locale}/settings/exchange-rates/import`
  const held = { name: 'rates', number: 'new', locale: t.locale, address }
  const passed = await grantOrHold('exchange_rate.manage', held, data)
  if ('state' in passed) return passed.state
  const { grant } = passed
  const typed = await textOf(data)
  if (typeof typed !== 'string') return invalidField('file', { key: typed.key }, readFields(data))
  if (step === STEPS.again) return { status: 'again', values: { text: typed } }
  data.set('text', typed)
  const form = parseForm(importRatesSchema, data)
  if (!form.ok) return form.state
  const { text, seen, isFarAllowed } = form.value
  if (step !== STEPS.confirm) return show(await previewRateImport(grant, text), t, text)
  const done = await applyRateImport(grant, { text, seen, isFarAllowed })
  if (done.ok) {
    await forgetHeld(held)
    const { added, changed, isReassessing } = done.value
    if (isReassessing) after(reassessQuietly)
    redirect(`/${t.locale}/settings/exchange-rates?added=${added}&changed=${changed}&judged=${isReassessing ? 1 : 0}`)
  }
  if (done.error.code === 'problems') {
    const preview = await previewRateImport(grant, text)
    return show(preview, t, text, t('errors.rates_far_not_ticked'))
  }
  return show({ ok: true, value: done.error.preview }, t, text, t('errors.rates_changed_meanwhile'))
}

type Shown = Awaited<ReturnType<typeof previewRateImport>>

function show(preview: Shown, t: Translator, text: string, problem: string | null = null): PreviewState {
  if (!preview.ok) return problemsState(preview.error.problems, t, text)
  const { seen } = preview.value
  return { status: 'preview', content: previewOfRates(t, preview.value), values: { text, seen }, problem }
}

function problemsState(problems: readonly RateProblem[], t: Translator, text: string): PreviewState {
  return {
    status: 'problems',
    heading: t('settings.rates_problems', { count: problems.length }),
    problems: problemTexts(t, problems),
    values: { text },
  }
}

/** The file, where one was chosen, else the text pasted. */
async function textOf(
  data: FormData,
): Promise<string | { readonly key: 'errors.rates_too_long' | 'errors.rates_not_text' }> {
  const file = data.get('file')
  const pasted = data.get('text')
  if (!(file instanceof File) || file.size === 0) return cleanText(typeof pasted === 'string' ? pasted : '')
  if (file.size > RATE_FILE_MAXIMUM) return { key: 'errors.rates_too_long' }
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    return { key: 'errors.rates_not_text' }
  }
}
