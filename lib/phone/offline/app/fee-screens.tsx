import { BackButton } from '@/components/form/back-button'
import { SubmitButton } from '@/components/form/submit-button'
import { FeeFields } from '@/components/report/fee-fields'
import { FeeTable } from '@/components/report/fee-table'
import { feeHeading, sayAmountAndMonth, sayCategory, sayHow, sayPayee } from '@/components/report/fee-words'
import { QuestionHead } from '@/components/report/question-head'
import { ReportProgress } from '@/components/report/report-progress'
import { SaidOnce } from '@/components/report/said-once'
import { StepActs } from '@/components/report/step-acts'
import { BackLink } from '@/components/ui/back-link'
import { Facts } from '@/components/ui/facts'
import { LinkButton } from '@/components/ui/link-button'
import { Pictogram } from '@/components/ui/pictogram'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { defaultCurrencyOf } from '@/lib/domain/countries'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { prune } from '@/lib/domain/report/reached-answers'
import { isBack, pathBeforeScreenIn, stepPathIn } from '@/lib/domain/report/report-paths'
import { nextFeeScreen, nextStep, type FeeScreen } from '@/lib/domain/report/report-steps'
import { IDLE, type FormState } from '@/lib/http/form-state'
import { pressedIn, readPressed, saysMore } from '@/lib/http/leaving'
import { parseForm } from '@/lib/http/parse-form'
import { FEE_FORMS, FEE_LINES_MAXIMUM, feeIndexOf, withFeeLine, withoutFeeLine } from '@/lib/schemas/report/fee-forms'
import { Frame } from './frame'
import { OfflineForm } from './form'
import { KeepLink } from './keep-link'
import type { ReportHere } from './report-state'

type AtLine = { readonly here: ReportHere; readonly number: number }

/** One screen of one payment, as app/[locale]/_filing/fee-page.tsx. */
export function FeeScreenPage({ here, number, screen }: AtLine & { readonly screen: FeeScreen }) {
  const { t } = here.tongue
  const { answers } = here
  const line = answers.fees[number - 1] ?? {}
  const proposed = line.currency ?? proposedCurrency(answers)
  const fields = { screen, t, answers, line, number, proposed }
  return (
    <Frame aside={<ReportProgress t={t} step="fees" />}>
      <OfflineForm
        t={t}
        values={FEE_FORMS[screen].fieldsOf(line, proposed)}
        onSend={(data) => answered(here, number, screen, data)}
        onRest={(data) => void answered(here, number, screen, data)}
      >
        <FeeFields {...fields} />
        <StepActs t={t} isChange={isBack(here.search['back'])} />
        <BackButton>
          <Pictogram name="prev" size="text" /> {t('common.back')}
        </BackButton>
      </OfflineForm>
      <KeepLink here={here} />
    </Frame>
  )
}

function answered(here: ReportHere, number: number, screen: FeeScreen, data: FormData): FormState {
  const { base, answers, change, go } = here
  const form = FEE_FORMS[screen]
  const back = isBack(here.search['back']) ? here.search['back'] : undefined
  const pressed = pressedIn(data)
  const schema = form.schemaOn(dayInJapan(new Date()))
  const read =
    pressed.kind === 'skip' && back !== undefined
      ? 'nothing'
      : readPressed(pressed, data, (fields) => parseForm(schema, fields, { lists: form.lists ?? [] }))
  if (read !== 'nothing' && !read.ok) return read.state
  const line = answers.fees[number - 1] ?? {}
  const known = form.fieldsOf(line, line.currency ?? 'JPY')
  const saysNothing = read === 'nothing' || (pressed.kind !== 'go_on' && !saysMore(read.values, known))
  const after = saysNothing ? answers : prune(withFeeLine(answers, number, (old) => form.change(old, read.value)))
  if (!saysNothing) change(after)
  if (pressed.kind === 'rest') return IDLE
  const at = feeIndexOf(answers, number) + 1
  const next = nextFeeScreen(screen)
  if (pressed.kind === 'back') go(pathBeforeScreenIn(base, at, screen, after, back))
  else if (back !== undefined) go(`${base}/${back}`)
  else go(next === null ? `${base}/fees` : `${base}/fees/${at}/${next}`)
  return IDLE
}

/** The payments told so far, as app/[locale]/_filing/fee-list-page.tsx. */
export function FeeListScreen({ here }: { here: ReportHere }) {
  const { tongue, answers, base, search } = here
  const { t } = tongue
  const count = answers.fees.length
  const isFromCheck = search['back'] === 'check'
  const onward = isFromCheck ? `${base}/check` : stepPathIn(base, nextStep(answers, 'fees') ?? 'check', answers)
  const isFull = count >= FEE_LINES_MAXIMUM
  return (
    <Frame aside={<ReportProgress t={t} step="fees" />}>
      <SaidOnce t={t} search={isFull ? { ...search, full: '1' } : search} />
      <QuestionHead question={t('report.fees_question', { count })} lead={t('report.fees_lead')} />
      {count === 0 ? null : (
        <FeeTable t={t} fees={answers.fees} changeHref={(number) => `${base}/fees/${number}?back=fees`} />
      )}
      <div className="acts">
        <LinkButton href={count === 0 ? `${base}/fees/1/payee` : onward}>
          {t(count === 0 ? 'report.fees_add' : 'report.fees_go_on')}
        </LinkButton>
        {count === 0 ? (
          <LinkButton href={onward} look="bare">
            {t('report.fees_go_on_none')}
          </LinkButton>
        ) : isFull ? null : (
          <LinkButton href={`${base}/fees/${count + 1}/payee`} look="alt">
            <Pictogram name="plus" size="text" /> {t('report.fees_add')}
          </LinkButton>
        )}
      </div>
      <BackLink href={isFromCheck ? `${base}/check` : `${base}/paid`}>{t('common.back')}</BackLink>
      <KeepLink here={here} />
    </Frame>
  )
}

/** One payment with each part to change on its own, as app/[locale]/_filing/fee-line-page.tsx. */
export function FeeLineScreen({ here, number }: AtLine) {
  const { tongue, answers, base, search, change, go } = here
  const { t } = tongue
  const line = answers.fees[number - 1] ?? {}
  const back = isBack(search['back']) ? search['back'] : 'fees'
  const part = (screen: FeeScreen, said: string | null) => ({
    name: t(`report.fee_${screen}`),
    value: said ?? t('report.check_nothing_said'),
    change: {
      href: `${base}/fees/${number}/${screen}?back=${back}`,
      text: t('common.change'),
      about: t(`report.fee_${screen}`),
    },
  })
  const remove = (): FormState => {
    change(withoutFeeLine(answers, number, answers.fees.length))
    go(`${base}/${back}?removed=1`)
    return IDLE
  }
  return (
    <Frame aside={<ReportProgress t={t} step="fees" />}>
      <QuestionHead about={feeHeading(line, number, t)} question={t('report.fee_line_question')} />
      <Facts
        facts={[
          part('payee', sayPayee(line, t)),
          part('category', sayCategory(line, t)),
          part('amount', sayAmountAndMonth(line, t)),
          part('how', sayHow(line, t)),
        ]}
      />
      <OfflineForm t={t} onSend={remove}>
        <div className="acts">
          <SubmitButton look="alt">{t('report.fee_remove')}</SubmitButton>
        </div>
        <BackLink href={`${base}/${back}`}>{t('common.back')}</BackLink>
      </OfflineForm>
    </Frame>
  )
}

/** What was paid in last comes first; then the money of the country. */
function proposedCurrency(answers: ReportAnswers) {
  const last = answers.fees.findLast((line) => line.currency !== undefined)?.currency
  return last ?? (answers.origin === undefined ? 'JPY' : defaultCurrencyOf(answers.origin))
}
