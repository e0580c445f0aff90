import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { QuestionHead } from '@/components/report/question-head'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'
import { deleteEverythingAction } from '../actions'
import { workerFiling } from '../worker-filing'
import { wakeAction } from './actions'

// Says nothing at all over a shoulder.
export const metadata: Metadata = { title: { absolute: 'Passage' } }

/** What stands on the screen of a phone that was left alone. */
export default async function RestPage({ params }: PageProps<'/[locale]/report/rest'>) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const filing = await openFiling(workerFiling, locale)
  if (filing.state !== 'resting') redirect(workerFiling.base(locale))
  return (
    <div className="page">
      <main id="main">
        <QuestionHead question={t('report.rest_heading')} lead={t('report.rest_lead')} />
        <ActionForm locale={locale} action={wakeAction.bind(null, locale)}>
          {filing.hasPin ? (
            <TextField
              name="pin"
              label={t('report.rest_pin_label')}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              width="s"
            />
          ) : null}
          <div className="acts">
            <SubmitButton>{t('report.rest_open')}</SubmitButton>
          </div>
        </ActionForm>
        <ActionForm locale={locale} action={deleteEverythingAction.bind(null, { locale })}>
          <div className="acts">
            <SubmitButton look="bare">{t('report.check_delete')}</SubmitButton>
          </div>
        </ActionForm>
      </main>
    </div>
  )
}
