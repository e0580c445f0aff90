import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { QuestionHead } from '@/components/report/question-head'
import { BackLink } from '@/components/ui/back-link'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { workerFiling } from '../worker-filing'
import { lockAction, unlockAction } from './actions'

type PinProps = PageProps<'/[locale]/report/pin'>

export async function generateMetadata({ params }: PinProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.pin_title') }
}

/** Digits that are asked for when the page was left alone; nobody has to choose any. */
export default async function PinPage({ params }: PinProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const base = workerFiling.base(locale)
  const filing = await openFiling(workerFiling, locale)
  if (filing.state === 'resting') redirect(`${base}/rest`)
  if (filing.state === 'sent') redirect(`${base}/receipt?sent=1`)
  return (
    <div className="page">
      <main id="main">
        <QuestionHead question={t('report.pin_heading')} lead={t('report.pin_lead')} />
        <ActionForm locale={locale} action={lockAction.bind(null, locale)}>
          <TextField
            name="pin"
            label={t('report.pin_label')}
            hint={t('report.pin_hint')}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            width="s"
          />
          <div className="acts">
            <SubmitButton>{t('report.pin_save')}</SubmitButton>
          </div>
        </ActionForm>
        {filing.state === 'open' && filing.hasPin ? (
          <ActionForm locale={locale} action={unlockAction.bind(null, locale)}>
            <div className="acts">
              <SubmitButton look="bare">{t('report.pin_remove')}</SubmitButton>
            </div>
          </ActionForm>
        ) : null}
        <BackLink href={base}>{t('common.back')}</BackLink>
      </main>
    </div>
  )
}
