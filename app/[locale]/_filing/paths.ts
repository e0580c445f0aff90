import type { ReportAnswers } from '@/lib/domain/report/answers'
import { pathAfterIn, pathBeforeIn, pathBeforeScreenIn, stepPathIn, type Back } from '@/lib/domain/report/report-paths'
import type { FeeScreen, ReportStep } from '@/lib/domain/report/report-steps'
import type { Locale } from '@/lib/i18n/locales'
import type { FilingMode } from './filing-mode'

export { isBack, type Back } from '@/lib/domain/report/report-paths'

// lib/domain/report/report-paths.ts with the address of a mode and a language.

export function stepPath(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  answers: ReportAnswers,
  back?: Back,
): string {
  return stepPathIn(mode.base(locale), step, answers, back)
}

export function pathAfter(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  answers: { readonly before: ReportAnswers; readonly after: ReportAnswers },
  back: Back | undefined,
): string {
  return pathAfterIn(mode.base(locale), step, answers, back)
}

export function pathBefore(
  mode: FilingMode,
  locale: Locale,
  step: ReportStep,
  answers: ReportAnswers,
  back: Back | undefined,
): string {
  return pathBeforeIn(mode.base(locale), step, answers, back)
}

export function pathBeforeScreen(
  mode: FilingMode,
  locale: Locale,
  number: number,
  screen: FeeScreen,
  answers: ReportAnswers,
  back: Back | undefined,
): string {
  return pathBeforeScreenIn(mode.base(locale), number, screen, answers, back)
}

/** The same address with a word to say once on the page it leads to. */
export function saying(path: string, word: 'fresh' | 'full' | 'removed'): string {
  return `${path}${path.includes('?') ? '&' : '?'}${word}=1`
}
