import { BackButton } from '@/components/form/back-button'
import { DangerNote, needsEmergencyNumbers } from '@/components/report/danger-note'
import { QuestionFields } from '@/components/report/question-fields'
import { ReportProgress } from '@/components/report/report-progress'
import { SaidOnce } from '@/components/report/said-once'
import { StepActs } from '@/components/report/step-acts'
import { Pictogram } from '@/components/ui/pictogram'
import { prune } from '@/lib/domain/report/reached-answers'
import { isBack, pathAfterIn, pathBeforeIn } from '@/lib/domain/report/report-paths'
import { previousStep } from '@/lib/domain/report/report-steps'
import { IDLE, type FormState } from '@/lib/http/form-state'
import { pressedIn, readPressed, saysMore } from '@/lib/http/leaving'
import { parseForm } from '@/lib/http/parse-form'
import { STEP_FORMS, type QuestionStep } from '@/lib/schemas/report/step-forms'
import { Frame } from './frame'
import { KeepLink } from './keep-link'
import { OfflineForm } from './form'
import type { ReportHere } from './report-state'

/** Questions that are answered by writing: what was written is kept also when "Skip this" is pressed. */
const WRITTEN: readonly string[] = ['party_names', 'debt', 'pay', 'story', 'contact_details']

/** One question; fields, checks and the way on are those of the page (app/[locale]/_filing/question-page.tsx). */
export function QuestionScreen({ here, step }: { here: ReportHere; step: QuestionStep }) {
  const { tongue, answers, search } = here
  const { t } = tongue
  const back = isBack(search['back']) ? search['back'] : undefined
  const isAfterDanger = previousStep(answers, step) === 'danger' && needsEmergencyNumbers(answers.dangers)
  return (
    <Frame aside={<ReportProgress t={t} step={step} />}>
      <SaidOnce t={t} search={search} />
      {isAfterDanger ? <DangerNote t={t} who={answers} /> : null}
      <OfflineForm
        t={t}
        values={STEP_FORMS[step].fieldsOf(answers)}
        onSend={(data) => answered(here, step, data)}
        onRest={(data) => void answered(here, step, data)}
      >
        <QuestionFields step={step} t={t} answers={answers} />
        <StepActs t={t} isChange={back !== undefined} />
        <BackButton>
          <Pictogram name="prev" size="text" /> {t('common.back')}
        </BackButton>
      </OfflineForm>
      <KeepLink here={here} />
    </Frame>
  )
}

function answered({ base, answers, search, change, go }: ReportHere, step: QuestionStep, data: FormData): FormState {
  const form = STEP_FORMS[step]
  const back = isBack(search['back']) ? search['back'] : undefined
  const pressed = pressedIn(data)
  const isCancelled = pressed.kind === 'skip' && (back !== undefined || !WRITTEN.includes(step))
  const read = isCancelled
    ? 'nothing'
    : readPressed(pressed, data, (fields) => parseForm(form.schema, fields, { lists: form.lists ?? [] }))
  if (read !== 'nothing' && !read.ok) return read.state
  const saysNothing = read === 'nothing' || (pressed.kind !== 'go_on' && !saysMore(read.values, form.fieldsOf(answers)))
  const after = saysNothing ? answers : prune(form.change(answers, read.value))
  if (!saysNothing) change(after)
  if (pressed.kind === 'rest') return IDLE
  const isBackward = pressed.kind === 'back'
  go(isBackward ? pathBeforeIn(base, step, after, back) : pathAfterIn(base, step, { before: answers, after }, back))
  return IDLE
}
