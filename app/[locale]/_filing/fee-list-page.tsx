import { redirect } from 'next/navigation'
import { FeeTable } from '@/components/report/fee-table'
import { QuestionHead } from '@/components/report/question-head'
import { ReportProgress } from '@/components/report/report-progress'
import { SaidOnce } from '@/components/report/said-once'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/link-button'
import { Pictogram } from '@/components/ui/pictogram'
import { nextStep, stepsFor } from '@/lib/domain/report/report-steps'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import { FEE_LINES_MAXIMUM } from '@/lib/schemas/report/fee-forms'
import type { FilingMode } from './filing-mode'
import { requireDraft } from './open-filing'
import { isBack, stepPath } from './paths'

/** The payments told so far, and the way to add another one. */
export async function FeeListPage({
  mode,
  locale,
  search,
}: {
  mode: FilingMode
  locale: Locale
  search: Readonly<Record<string, string | string[] | undefined>>
}) {
  const t = await requestWords(locale)
  const { answers } = await requireDraft(mode, locale)
  if (!stepsFor(answers).includes('fees')) redirect(stepPath(mode, locale, 'paid', answers))
  const base = mode.base(locale)
  const count = answers.fees.length
  const isFromCheck = isBack(search['back']) && search['back'] === 'check'
  const onward = isFromCheck ? `${base}/check` : stepPath(mode, locale, nextStep(answers, 'fees') ?? 'check', answers)
  const isFull = count >= FEE_LINES_MAXIMUM
  return (
    <mode.Frame aside={<ReportProgress t={t} step="fees" />}>
      <SaidOnce t={t} search={isFull ? { ...search, full: '1' } : search} />
      <QuestionHead question={t('report.fees_question', { count })} lead={t('report.fees_lead')} />
      {count === 0 ? null : (
        <FeeTable t={t} fees={answers.fees} changeHref={(number) => `${base}/fees/${number}?back=fees`} />
      )}
      <div className="acts">
        {count === 0 ? (
          <>
            <LinkButton href={`${base}/fees/1/payee`}>
              <Pictogram name="plus" size="text" /> {t('report.fees_add')}
            </LinkButton>
            <LinkButton href={onward} look="bare">
              {t('report.fees_go_on_none')}
            </LinkButton>
          </>
        ) : (
          <>
            <LinkButton href={onward}>
              {t('report.fees_go_on')} <Pictogram name="next" size="text" />
            </LinkButton>
            {isFull ? null : (
              <LinkButton href={`${base}/fees/${count + 1}/payee`} look="alt">
                <Pictogram name="plus" size="text" /> {t('report.fees_add')}
              </LinkButton>
            )}
          </>
        )}
      </div>
      {mode.kind === 'report' ? (
        <p>
          <a
            href={`/${locale}/fees?edit=1&${new URLSearchParams({ from: answers.origin ?? '', scheme: answers.scheme ?? '' })}`}
          >
            {t('report.fees_checker')}
          </a>
        </p>
      ) : null}
      <BackLink href={isFromCheck ? `${base}/check` : `${base}/paid`}>{t('common.back')}</BackLink>
    </mode.Frame>
  )
}
