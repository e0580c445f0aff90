import type { ReportStep } from '@/lib/domain/report/report-steps'
import { consentsForm } from './consents-form'
import { contactDetailsForm, contactForm } from './contact-form'
import { corridorForm } from './corridor-form'
import { dangerForm } from './danger-form'
import { debtForm } from './debt-form'
import { grievancesForm } from './grievances-form'
import { paidForm } from './paid-form'
import { partiesForm, partyNamesForm } from './parties-form'
import { payForm } from './pay-form'
import { schemeForm } from './scheme-form'
import type { StepForm } from './step-form'
import { storyForm } from './story-form'

/** The steps that ask one question on one screen; fee lines and the check have screens of their own. */
export type QuestionStep = Exclude<ReportStep, 'fees' | 'check'>

/** The form of each question. */
export const STEP_FORMS: Readonly<Record<QuestionStep, StepForm>> = {
  grievances: grievancesForm,
  danger: dangerForm,
  corridor: corridorForm,
  scheme: schemeForm,
  parties: partiesForm,
  party_names: partyNamesForm,
  paid: paidForm,
  debt: debtForm,
  pay: payForm,
  story: storyForm,
  contact: contactForm,
  contact_details: contactDetailsForm,
  consents: consentsForm,
}

/** Whether a text, for instance from an address, names a question. */
export function isQuestionStep(text: string): text is QuestionStep {
  return Object.hasOwn(STEP_FORMS, text)
}
