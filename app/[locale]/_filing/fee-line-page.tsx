import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { feeHeading, sayAmountAndMonth, sayCategory, sayHow, sayPayee } from '@/components/report/fee-words'
import { QuestionHead } from '@/components/report/question-head'
import { ReportProgress } from '@/components/report/report-progress'
import { BackLink } from '@/components/ui/back-link'
import { Facts } from '@/components/ui/facts'
import type { FeeScreen } from '@/lib/domain/report/report-steps'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import type { FilingActions } from './filing-actions'
import type { FilingMode } from './filing-mode'
import { requireDraft } from './open-filing'
import { isBack } from './paths'

/** One payment with each part to change on its own, and the way to take it away. */
export async function FeeLinePage({
  mode,
  actions,
  locale,
  number,
  search,
}: {
  mode: FilingMode
  actions: FilingActions
  locale: Locale
  number: number
  search: Readonly<Record<string, string | string[] | undefined>>
}) {
  const t = await requestWords(locale)
  const { answers } = await requireDraft(mode, locale)
  const base = mode.base(locale)
  const line = answers.fees[number - 1]
  if (line === undefined) redirect(`${base}/fees`)
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
  return (
    <mode.Frame aside={<ReportProgress t={t} step="fees" />}>
      <QuestionHead about={feeHeading(line, number, t)} question={t('report.fee_line_question')} />
      <Facts
        facts={[
          part('payee', sayPayee(line, t)),
          part('category', sayCategory(line, t)),
          part('amount', sayAmountAndMonth(line, t)),
          part('how', sayHow(line, t)),
        ]}
      />
      <ActionForm
        locale={locale}
        action={actions.removeFeeAction.bind(null, { locale, number, count: answers.fees.length, back })}
      >
        <div className="acts">
          <SubmitButton look="alt">{t('report.fee_remove')}</SubmitButton>
        </div>
        <BackLink href={`${base}/${back}`}>{t('common.back')}</BackLink>
      </ActionForm>
    </mode.Frame>
  )
}
