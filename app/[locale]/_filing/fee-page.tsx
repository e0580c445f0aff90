import { notHere } from '@/lib/access/not-here'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { BackButton } from '@/components/form/back-button'
import { FeeFields } from '@/components/report/fee-fields'
import { ListenButton } from '@/components/report/listen-button'
import { PaperNumber } from '@/components/paper/paper-number'
import { ReportProgress } from '@/components/report/report-progress'
import { SaidOnce } from '@/components/report/said-once'
import { StepActs } from '@/components/report/step-acts'
import { Pictogram } from '@/components/ui/pictogram'
import { ANSWERS_FORM } from '@/components/ui/answers-form'
import { defaultCurrencyOf } from '@/lib/domain/countries'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { paperNumber } from '@/lib/domain/report/paper-numbers'
import { stepsFor, type FeeScreen } from '@/lib/domain/report/report-steps'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import { FEE_FORMS, FEE_LINES_MAXIMUM } from '@/lib/schemas/report/fee-forms'
import type { FilingActions } from './filing-actions'
import type { FilingMode } from './filing-mode'
import { requireDraft } from './open-filing'
import { isBack, saying, stepPath } from './paths'

/** One screen of one payment. A number beyond the next free one leads to the list. */
export async function FeePage({
  mode,
  actions,
  locale,
  number,
  screen,
  search,
}: {
  mode: FilingMode
  actions: FilingActions
  locale: Locale
  number: number
  screen: FeeScreen
  search: Readonly<Record<string, string | string[] | undefined>>
}) {
  const t = await requestWords(locale)
  const { answers, assisted } = await requireDraft(mode, locale)
  if (!stepsFor(answers).includes('fees')) redirect(stepPath(mode, locale, 'paid', answers))
  if (number > answers.fees.length + 1) redirect(`${mode.base(locale)}/fees`)
  if (number > FEE_LINES_MAXIMUM) redirect(saying(`${mode.base(locale)}/fees`, 'full'))
  const back = isBack(search['back']) ? search['back'] : undefined
  const line = answers.fees[number - 1] ?? {}
  const proposed = line.currency ?? proposedCurrency(answers)
  return (
    <mode.Frame aside={<ReportProgress t={t} step="fees" />}>
      <SaidOnce t={t} search={search} />
      {mode.kind === 'report' ? <ListenButton t={t} /> : null}
      <ActionForm
        // Another screen of the same line must not keep the fields of this one.
        key={`${number} ${screen}`}
        id={ANSWERS_FORM}
        locale={locale}
        action={actions.saveFeeScreenAction.bind(null, { locale, number, screen, back })}
        values={FEE_FORMS[screen].fieldsOf(line, proposed)}
        refusals={{ fees_full: 'report.fees_full' }}
      >
        <PaperNumber t={t} number={assisted.channel === 'paper' ? paperNumber('fees', screen) : null} />
        <FeeFields screen={screen} t={t} answers={answers} line={line} number={number} proposed={proposed} />
        <StepActs t={t} isChange={back !== undefined} />
        <BackButton>
          <Pictogram name="prev" size="text" /> {t('common.back')}
        </BackButton>
      </ActionForm>
    </mode.Frame>
  )
}

/** The number of a payment in an address. */
export function feeNumber(text: string, locale: string): number {
  return /^[1-9]\d{0,4}$/u.test(text) ? Number(text) : notHere(locale)
}

/** What was paid in last comes first; then the money of the country. */
function proposedCurrency(answers: ReportAnswers) {
  const last = answers.fees.findLast((line) => line.currency !== undefined)?.currency
  return last ?? (answers.origin === undefined ? 'JPY' : defaultCurrencyOf(answers.origin))
}
