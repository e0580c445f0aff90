import { CONSENT_KINDS, type ConsentKind } from '../consents'
import { HEALTH_DANGERS } from '../grievances/dangers'
import { grievance } from '../grievances/catalog'
import type { FeeLineAnswer, ReportAnswers } from './answers'
import { mayBeInDanger, mayHavePaid } from './report-steps'

/** Whether the answers reveal special-care information, which needs a consent of its own. */
export function revealsSpecialCare(answers: Readonly<ReportAnswers>): boolean {
  const isInGrievance = answers.grievances.some((code) => grievance(code).isSpecialCare)
  return isInGrievance || answers.dangers.some((danger) => HEALTH_DANGERS.includes(danger))
}

/** The consents it makes sense to ask for after these answers, in the order they are shown. */
export function consentsOffered(answers: Readonly<ReportAnswers>): ConsentKind[] {
  return CONSENT_KINDS.filter((kind) => {
    if (kind === 'keep_special_care') return revealsSpecialCare(answers)
    if (kind === 'contact_worker') return answers.contact.channel !== 'here_only'
    return true
  })
}

/** Whether a fee line holds nothing at all: such a line is left out. */
export function isBlankFeeLine(line: FeeLineAnswer): boolean {
  // A proposed currency or "about" says nothing without an amount; "I do not remember" is an answer.
  const { currency: _currency, precision, ...told } = line
  if (precision === 'forgotten') return false
  return Object.values(told).every((value) => {
    if (typeof value === 'string') return value.trim() === ''
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })
}

/**
 * The answers without those the path no longer reaches: somebody who says after all that nothing
 * was paid leaves no fee lines behind. Applied by the server before anything is judged or stored.
 */
export function prune(answers: Readonly<ReportAnswers>): ReportAnswers {
  const dangers = mayBeInDanger(answers) ? [...answers.dangers] : []
  const reached: ReportAnswers = {
    ...answers,
    dangers,
    fees: mayHavePaid(answers) ? answers.fees.filter((line) => !isBlankFeeLine(line)) : [],
    debt: answers.paid === 'no' ? undefined : prunedDebt(answers.debt),
    contact: answers.contact.channel === 'here_only' ? { channel: 'here_only' } : answers.contact,
  }
  const offered = consentsOffered(reached)
  const consents = answers.consents.filter((kind) => offered.includes(kind))
  return { ...reached, consents, person: consents.includes('statistics') ? answers.person : undefined }
}

/**
 * Whether there is enough to send: a story, or one fee line with an amount or a kind of payment.
 * Nothing else is mandatory.
 */
export function isSubmittable(answers: Readonly<ReportAnswers>): boolean {
  const { story, fees } = prune(answers)
  if (story !== undefined && story.trim() !== '') return true
  return fees.some((line) => isForSomething(line) || line.amountMinor !== undefined || hasText(line.amountText))
}

function prunedDebt(debt: ReportAnswers['debt']): ReportAnswers['debt'] {
  return debt?.borrowed === 'no' ? { borrowed: 'no' } : debt
}

function isForSomething({ category, lumpCategories = [] }: FeeLineAnswer): boolean {
  return category !== undefined || lumpCategories.length > 0
}

function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}
