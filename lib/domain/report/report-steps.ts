import { grievance } from '../grievances/catalog'
import type { ReportAnswers } from './answers'

/** The eight stations a worker sees on the progress line. */
export const STATIONS = ['what_happened', 'from_where', 'who', 'money', 'words', 'reach', 'agree', 'check'] as const

/** A station on the progress line. */
export type Station = (typeof STATIONS)[number]

type Path = Readonly<ReportAnswers>
type Row = {
  readonly step: string
  readonly station: Station
  readonly isReached: (a: Path) => boolean
}

const always = () => true

// One question per screen: its name in the address, the station it belongs to, and when it is asked. Pay is asked of everybody:
// SDG 10.7.1 measures recruitment cost in months of pay over all who came to work, and who paid nothing belongs to its mean.
const STEP_TABLE = [
  { step: 'grievances', station: 'what_happened', isReached: always },
  { step: 'danger', station: 'what_happened', isReached: mayBeInDanger },
  { step: 'corridor', station: 'from_where', isReached: always },
  { step: 'scheme', station: 'from_where', isReached: always },
  { step: 'parties', station: 'who', isReached: always },
  { step: 'party_names', station: 'who', isReached: (a) => a.parties.length > 0 },
  { step: 'paid', station: 'money', isReached: always },
  { step: 'fees', station: 'money', isReached: mayHavePaid },
  { step: 'debt', station: 'money', isReached: (a) => a.paid !== 'no' },
  { step: 'pay', station: 'money', isReached: always },
  { step: 'story', station: 'words', isReached: always },
  { step: 'contact', station: 'reach', isReached: always },
  { step: 'contact_details', station: 'reach', isReached: (a) => a.contact.channel !== 'here_only' },
  { step: 'consents', station: 'agree', isReached: always },
  { step: 'check', station: 'check', isReached: always },
] as const satisfies readonly Row[]

/** One screen of the report. */
export type ReportStep = (typeof STEP_TABLE)[number]['step']

/** All steps in order, reached or not. */
export const REPORT_STEPS: readonly ReportStep[] = STEP_TABLE.map((row) => row.step)

/** The screens of one fee line, in order. */
export const FEE_SCREENS = ['payee', 'category', 'amount', 'how'] as const

/** One screen of a fee line. */
export type FeeScreen = (typeof FEE_SCREENS)[number]

/** The steps these answers lead through, in order. Always begins with `grievances` and ends with `check`. */
export function stepsFor(answers: Path): ReportStep[] {
  return STEP_TABLE.filter((row) => row.isReached(answers)).map((row) => row.step)
}

/** The step after this one on the path of these answers; `check` has none. */
export function nextStep(answers: Path, step: ReportStep): ReportStep | null {
  const from = REPORT_STEPS.indexOf(step)
  return stepsFor(answers).find((later) => REPORT_STEPS.indexOf(later) > from) ?? null
}

/** The step before this one on the path of these answers; `grievances` has none. */
export function previousStep(answers: Path, step: ReportStep): ReportStep | null {
  const from = REPORT_STEPS.indexOf(step)
  return stepsFor(answers).findLast((earlier) => REPORT_STEPS.indexOf(earlier) < from) ?? null
}

/** The screen after this one within a fee line; null when the line is told. */
export function nextFeeScreen(screen: FeeScreen): FeeScreen | null {
  return FEE_SCREENS[FEE_SCREENS.indexOf(screen) + 1] ?? null
}

/** The screen before this one within a fee line; null on the first. */
export function previousFeeScreen(screen: FeeScreen): FeeScreen | null {
  return FEE_SCREENS[FEE_SCREENS.indexOf(screen) - 1] ?? null
}

/** Where a step stands on the progress line: `number` counts from 1 to `of`. */
export function positionOf(step: ReportStep): {
  readonly station: Station
  readonly number: number
  readonly of: number
} {
  const row = STEP_TABLE.find((candidate) => candidate.step === step)
  if (row === undefined) throw new TypeError(`unknown step: ${step}`)
  return { station: row.station, number: STATIONS.indexOf(row.station) + 1, of: STATIONS.length }
}

/** Whether anything told so far may put the worker in danger, so that we must ask. */
export function mayBeInDanger(answers: Path): boolean {
  return answers.grievances.some((code) => grievance(code).canEndanger)
}

/** Whether the worker paid, or is not sure about it. */
export function mayHavePaid(answers: Path): boolean {
  return answers.paid === 'yes' || answers.paid === 'unsure'
}
