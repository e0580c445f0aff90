import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { BackButton } from '@/components/form/back-button'
import { BesideWords } from '@/components/files/beside-words'
import { DangerNote, needsEmergencyNumbers } from '@/components/report/danger-note'
import { ListenButton } from '@/components/report/listen-button'
import { PaperNumber } from '@/components/paper/paper-number'
import { QuestionFields } from '@/components/report/question-fields'
import { ReportProgress } from '@/components/report/report-progress'
import { SaidOnce } from '@/components/report/said-once'
import { StepActs } from '@/components/report/step-acts'
import { ANSWERS_FORM } from '@/components/ui/answers-form'
import { Pictogram } from '@/components/ui/pictogram'
import { readPosterCode } from '@/lib/domain/posters/poster-code'
import { paperNumber } from '@/lib/domain/report/paper-numbers'
import { previousStep, stepsFor } from '@/lib/domain/report/report-steps'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import { emptyDraft } from '@/lib/schemas/report/draft-payload'
import { STEP_FORMS, type QuestionStep } from '@/lib/schemas/report/step-forms'
import type { FilingActions } from './filing-actions'
import type { FilingMode } from './filing-mode'
import { openFiling, requireDraft } from './open-filing'
import { isBack, stepPath } from './paths'

/** One question. A question that these answers do not lead to sends to the one that decides it. */
export async function QuestionPage({
  mode,
  actions,
  locale,
  step,
  search,
}: {
  mode: FilingMode
  actions: FilingActions
  locale: Locale
  step: QuestionStep
  search: Readonly<Record<string, string | string[] | undefined>>
}) {
  const t = await requestWords(locale)
  const { answers, assisted } = await draftFor(mode, locale, step)
  const back = isBack(search['back']) ? search['back'] : undefined
  const via = readPosterCode(search['via']) ?? undefined
  if (!stepsFor(answers).includes(step))
    redirect(stepPath(mode, locale, previousStep(answers, step) ?? 'grievances', answers, back))
  const isAfterDanger = previousStep(answers, step) === 'danger' && needsEmergencyNumbers(answers.dangers)
  return (
    <mode.Frame aside={<ReportProgress t={t} step={step} />}>
      <SaidOnce t={t} search={search} />
      {isAfterDanger ? <DangerNote t={t} who={answers} /> : null}
      {mode.kind === 'report' ? <ListenButton t={t} /> : null}
      <ActionForm
        id={ANSWERS_FORM}
        locale={locale}
        action={actions.saveQuestionAction.bind(null, { locale, step, back, via })}
        values={STEP_FORMS[step].fieldsOf(answers)}
      >
        <PaperNumber t={t} number={assisted.channel === 'paper' ? paperNumber(step) : null} />
        <QuestionFields step={step} t={t} answers={answers} />
        {step === 'story' && mode.files !== undefined ? <BesideWords t={t} files={await mode.files()} /> : null}
        <StepActs t={t} isChange={back !== undefined} />
        <BackButton>
          <Pictogram name="prev" size="text" /> {t('common.back')}
        </BackButton>
      </ActionForm>
    </mode.Frame>
  )
}

/** The first question needs no draft: nothing is kept of somebody who only looks. */
async function draftFor(mode: FilingMode, locale: Locale, step: QuestionStep) {
  if (step !== 'grievances' || !mode.beginsWithoutDraft) return requireDraft(mode, locale)
  const filing = await openFiling(mode, locale)
  return filing.state === 'none' ? emptyDraft() : requireDraft(mode, locale)
}
