import { ANSWERS_FORM } from '@/components/ui/answers-form'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { FEE_SCREENS, previousStep, stepsFor, type ReportStep } from '@/lib/domain/report/report-steps'
import { stepTitle } from '@/components/report/report-progress'
import { isQuestionStep } from '@/lib/schemas/report/step-forms'
import { CheckScreen, DeleteScreen } from './check-screen'
import { FeeLineScreen, FeeListScreen, FeeScreenPage } from './fee-screens'
import { KeepScreen, UnlockScreen } from './pin-screens'
import { QuestionScreen } from './question-screen'
import type { Place, ReportHere } from './report-state'
import { StartScreen } from './start-screen'
import { WaitingScreen } from './waiting-screen'

/** The id under which the languages in the bar find the answers being written. */
export const FORM = ANSWERS_FORM

/** The screen of a place. A question that these answers do not lead to gives the one that decides it. */
export function ReportScreen({ here, place, goBack }: { here: ReportHere; place: Place; goBack: () => void }) {
  const { answers } = here
  const [first = '', number = '', screen = ''] = place.path.split('/')
  if (first === 'keep') return <KeepScreen here={here} onDone={goBack} />
  if (first === 'unlock') return <UnlockScreen here={here} />
  if (first === 'waiting') return <WaitingScreen here={here} />
  if (first === 'delete') return <DeleteScreen here={here} />
  if (first === 'check') return <CheckScreen here={here} />
  if (first === 'fees') {
    if (!stepsFor(answers).includes('fees')) return <QuestionScreen key="paid" here={here} step="paid" />
    const line = Math.min(Number(number) || 0, answers.fees.length + 1)
    const known = FEE_SCREENS.find((name) => name === screen)
    if (line > 0 && known !== undefined)
      return <FeeScreenPage key={place.path} here={here} number={line} screen={known} />
    if (line > 0 && answers.fees[line - 1] !== undefined) return <FeeLineScreen here={here} number={line} />
    return <FeeListScreen here={here} />
  }
  if (isQuestionStep(first)) {
    const step = stepsFor(answers).includes(first) ? first : deciding(answers, first)
    return <QuestionScreen key={step} here={here} step={step} />
  }
  return <StartScreen here={here} isBegun={isBegun(answers)} />
}

/** Whether anything was answered. */
export function isBegun(answers: ReportAnswers): boolean {
  const { grievances, dangers, origin, scheme, parties, paid, fees, debt, pay, story, consents } = answers
  const lists = [grievances, dangers, parties, fees, consents]
  return (
    lists.some((list) => list.length > 0) || [origin, scheme, paid, debt, pay, story].some((one) => one !== undefined)
  )
}

/** The neutral title of a place: its position, never what it asks. */
export function titleOf({ tongue }: Pick<ReportHere, 'tongue'>, { path }: Place): string {
  const [first = ''] = path.split('/')
  const { t } = tongue
  if (isQuestionStep(first) || first === 'fees' || first === 'check') return stepTitle(t, first)
  return t('report.start_title')
}

function deciding(answers: ReportAnswers, step: ReportStep) {
  const before = previousStep(answers, step)
  return before !== null && isQuestionStep(before) ? before : 'grievances'
}
