import type { ReportAnswers } from './answers'
import { nextStep, previousFeeScreen, previousStep, stepsFor, type FeeScreen, type ReportStep } from './report-steps'

// Where each screen of the report leads. `base` is the address of its first page; every other one is below it. The pages and
// the offline report go the same ways.

/** Where a changed answer leads back to: the check page, or the list of payments. */
export type Back = 'check' | 'fees'

export function isBack(text: unknown): text is Back {
  return text === 'check' || text === 'fees'
}

/** The address of a step. Without any payment yet, the payments begin with the first one. */
export function stepPathIn(base: string, step: ReportStep, answers: ReportAnswers, back?: Back): string {
  const path = step === 'fees' && answers.fees.length === 0 ? 'fees/1/payee' : step
  return `${base}/${path}${back === undefined ? '' : `?back=${back}`}`
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
export function pathAfterIn(
  base: string,
  step: ReportStep,
  answers: { readonly before: ReportAnswers; readonly after: ReportAnswers },
  back: Back | undefined,
): string {
  const { before, after } = answers
  if (back === undefined) return stepPathIn(base, nextStep(after, step) ?? 'check', after)
  const followUp = FOLLOW_UP[step]
  const isChanged = JSON.stringify(before) !== JSON.stringify(after)
  if (followUp !== undefined && isChanged && stepsFor(after).includes(followUp))
    return stepPathIn(base, followUp, after, back)
  return `${base}/check`
}

/** Where Back leads from a step. */
export function pathBeforeIn(base: string, step: ReportStep, answers: ReportAnswers, back: Back | undefined): string {
  if (back === 'check') return `${base}/check`
  const before = previousStep(answers, step)
  return before === null ? base : `${base}/${before}`
}

/** Where Back leads from a screen of a payment. */
export function pathBeforeScreenIn(
  base: string,
  number: number,
  screen: FeeScreen,
  answers: ReportAnswers,
  back: Back | undefined,
): string {
  if (back !== undefined) return `${base}/fees/${number}?back=${back}`
  const before = previousFeeScreen(screen)
  if (before !== null) return `${base}/fees/${number}/${before}`
  return answers.fees.length === 0 ? `${base}/paid` : `${base}/fees`
}
