import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { QuestionHead } from '@/components/report/question-head'
import { LinkButton } from '@/components/ui/link-button'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import type { FilingActions } from './filing-actions'
import type { FilingMode } from './filing-mode'
import { requireDraft } from './open-filing'

/** Asks once before all answers are deleted. */
export async function DeletePage({
  mode,
  actions,
  locale,
}: {
  mode: FilingMode
  actions: FilingActions
  locale: Locale
}) {
  const t = await requestWords(locale)
  await requireDraft(mode, locale)
  return (
    <mode.Frame aside={null}>
      <QuestionHead question={t('report.delete_question')} lead={t('report.delete_lead')} />
      <ActionForm locale={locale} action={actions.deleteEverythingAction.bind(null, { locale })}>
        <div className="acts">
          <SubmitButton>{t('report.delete_yes')}</SubmitButton>
          <LinkButton href={`${mode.base(locale)}/check`} look="alt">
            {t('report.delete_no')}
          </LinkButton>
        </div>
      </ActionForm>
    </mode.Frame>
  )
}
