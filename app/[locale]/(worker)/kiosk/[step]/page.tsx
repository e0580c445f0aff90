import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { QuestionPage } from '@/app/[locale]/_filing/question-page'
import { stepTitle } from '@/components/report/report-progress'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isQuestionStep } from '@/lib/schemas/report/step-forms'
import * as actions from '../actions'
import { kioskFiling } from '../kiosk-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/kiosk/[step]'>): Promise<Metadata> {
  const { locale, step } = await params
  return isQuestionStep(step) ? { title: stepTitle(translatorFor(toLocale(locale)), step) } : {}
}

export default async function StepPage({ params, searchParams }: PageProps<'/[locale]/kiosk/[step]'>) {
  const { locale, step } = await params
  if (!isQuestionStep(step)) notHere(locale)
  return (
    <QuestionPage
      mode={kioskFiling}
      actions={actions}
      locale={toLocale(locale)}
      step={step}
      search={await searchParams}
    />
  )
}
