import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { CheckView } from '@/components/report/check-view'
import { DangerNote, needsEmergencyNumbers } from '@/components/report/danger-note'
import { ReportProgress } from '@/components/report/report-progress'
import { SaidOnce } from '@/components/report/said-once'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/link-button'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import type { FilingActions } from './filing-actions'
import type { FilingMode } from './filing-mode'
import { requireDraft } from './open-filing'
import { pathBefore } from './paths'

/** Check your answers, then send. */
export async function CheckPage({
  mode,
  actions,
  locale,
  search,
}: {
  mode: FilingMode
  actions: FilingActions
  locale: Locale
  search: Readonly<Record<string, string | string[] | undefined>>
}) {
  const t = await requestWords(locale)
  const draft = await requireDraft(mode, locale)
  const { answers } = draft
  const base = mode.base(locale)
  return (
    <mode.Frame aside={<ReportProgress t={t} step="check" />}>
      <SaidOnce t={t} search={search} />
      {needsEmergencyNumbers(answers.dangers) ? <DangerNote t={t} who={answers} /> : null}
      <CheckView
        t={t}
        answers={answers}
        base={base}
        files={mode.files === undefined ? undefined : await mode.files()}
        acts={
          <ActionForm locale={locale} action={actions.sendAction.bind(null, { locale })}>
            {mode.BeforeSending === undefined ? null : <mode.BeforeSending t={t} draft={draft} />}
            <div className="acts">
              <SubmitButton>{t('common.send')}</SubmitButton>
              <LinkButton href={`${base}/delete`} look="bare">
                {t('report.check_delete')}
              </LinkButton>
            </div>
            <BackLink href={pathBefore(mode, locale, 'check', answers, undefined)}>{t('common.back')}</BackLink>
          </ActionForm>
        }
      />
    </mode.Frame>
  )
}
