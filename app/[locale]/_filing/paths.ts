import type { ReportAnswers } from '@/lib/domain/report/answers'
import {
  nextStep,
  previousFeeScreen,
  previousStep,
  stepsFor,
  type FeeScreen,
  type ReportStep,
} from '@/lib/domain/report/report-steps'
import type { Locale } from '@/lib/i18n/locales'
import type { FilingMode } from './filing-mode'

/** Where a changed answer leads back to: the check page, or the list of payments. */
export type Back = 'check' | 'fees'

export function isBack(text: unknown): text is Back {
  return text === 'check' || text === 'fees'
}

/** The address of a step. Without any payment yet, the payments begin with the first one. */
export function stepPath(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  answers: ReportAnswers,
  back?: Back,
): string {
  const path = step === 'fees' && answers.fees.length === 0 ? 'fees/1/payee' : step
  return `${mode.base(locale)}/${path}${back === undefined ? '' : `?back=${back}`}`
}

/** A question whose answer asks for another one at once. */
const FOLLOW_UP: Partial<Record<ReportStep, ReportStep>> = {
  grievances: 'danger',
  parties: 'party_names',
  paid: 'fees',
  contact: 'contact_details',
}

/**
 * Where an answered question leads: to the next one; or, when it was changed from the check page, back there,
 * unless the change asks a question of its own first.
 */
export function pathAfter(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  answers: { readonly before: ReportAnswers; readonly after: ReportAnswers },
  back: Back | undefined,
): string {
  const { before, after } = answers
  if (back === undefined) return stepPath(mode, locale, nextStep(after, step) ?? 'check', after)
  const followUp = FOLLOW_UP[step]
  const isChanged = JSON.stringify(before) !== JSON.stringify(after)
  if (followUp !== undefined && isChanged && stepsFor(after).includes(followUp))
    return stepPath(mode, locale, followUp, after, back)
  return `${mode.base(locale)}/check`
}

/** Where Back leads from a step. */
export function pathBefore(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  answers: ReportAnswers,
  back: Back | undefined,
): string {
  if (back === 'check') return `${mode.base(locale)}/check`
  const before = previousStep(answers, step)
  if (before === null) return mode.base(locale)
  return `${mode.base(locale)}/${before}`
}

/** Where Back leads from a screen of a payment. */
export function pathBeforeScreen(
  mode: FilingMode,
  locale: Locale,
  number: number,
  screen: FeeScreen,
  answers: ReportAnswers,
  back: Back | undefined,
): string {
  const base = mode.base(locale)
  if (back !== undefined) return `${base}/fees/${number}?back=${back}`
  const before = previousFeeScreen(screen)
  if (before !== null) return `${base}/fees/${number}/${before}`
  return answers.fees.length === 0 ? `${base}/paid` : `${base}/fees`
}

/** The same address with a word to say once on the page it leads to. */
export function saying(path: string, word: 'fresh' | 'full' | 'removed'): string {
  return `${path}${path.includes('?') ? '&' : '?'}${word}=1`
}
