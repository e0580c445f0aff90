import type { ReportAnswers } from '@/lib/domain/report/answers'
import { nextStep, stepsFor, type ReportStep } from '@/lib/domain/report/report-steps'

const IS_ANSWERED: Readonly<Record<ReportStep, (answers: ReportAnswers) => boolean>> = {
  grievances: ({ grievances }) => grievances.length > 0,
  danger: ({ dangers }) => dangers.length > 0,
  corridor: ({ origin }) => origin !== undefined,
  scheme: ({ scheme }) => scheme !== undefined,
  parties: ({ parties }) => parties.length > 0,
  party_names: ({ parties }) => parties.some((party) => party.name !== undefined),
  paid: ({ paid }) => paid !== undefined,
  fees: ({ fees }) => fees.length > 0,
  debt: ({ debt }) => debt !== undefined,
  pay: ({ pay }) => pay !== undefined,
  story: ({ story }) => story !== undefined,
  contact: ({ contact }) => contact.channel !== 'here_only',
  contact_details: ({ contact }) => contact.detail !== undefined,
  consents: ({ consents }) => consents.length > 0,
  check: () => false,
}

/** Where somebody goes on who stopped: the step after the last one that holds an answer. */
export function stepToResume(answers: ReportAnswers): ReportStep {
  const answered = stepsFor(answers).findLast((step) => IS_ANSWERED[step](answers))
  return answered === undefined ? 'grievances' : (nextStep(answers, answered) ?? 'check')
}
