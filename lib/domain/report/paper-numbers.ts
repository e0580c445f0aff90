import { FEE_SCREENS, REPORT_STEPS, type FeeScreen, type ReportStep } from './report-steps'

/** The questions of the paper form: every screen in its order, reached or not; the check is of the screen only. */
export const PAPER_STEPS = REPORT_STEPS.filter((step) => step !== 'check')

export type PaperStep = Exclude<ReportStep, 'check'>

/** So many payments fit beside each other on the paper. */
export const PAPER_PAYMENTS = 3

/** Where the questions about who reports stand: after all the others, and keyed in on the case. */
export const PAPER_PERSON_NUMBER = String(PAPER_STEPS.length + 1)

/** The number of a question on paper, as the screens to key it in say it too: "8", and "8b" within a payment; null for none. */
export function paperNumber(step: ReportStep, screen?: FeeScreen): string | null {
  const place = REPORT_STEPS.indexOf(step)
  if (step === 'check') return null
  return `${place + 1}${screen === undefined ? '' : String.fromCharCode(97 + FEE_SCREENS.indexOf(screen))}`
}
