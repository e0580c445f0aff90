import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { workerFiling } from '@/app/[locale]/(worker)/report/worker-filing'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { NotCarriedNotes } from '@/components/fees/not-carried'
import { BackLink } from '@/components/ui/back-link'
import { LinkButton } from '@/components/ui/link-button'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { notCarried } from '@/lib/domain/fees/check/report-answers'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { checkAddress } from '@/lib/schemas/fees/check-address'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { tellAction } from '../actions'
import { carryOptions } from '../carry-options'

type TellProps = PageProps<'/[locale]/fees/tell'>

export async function generateMetadata({ params }: TellProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('fees.title') }
}

/** There are answers on this phone that were not sent: asks before anything is added to them. */
export default async function TellPage({ params, searchParams }: TellProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const today = dayInJapan(now())
  const { query } = readCheck(await searchParams, today)
  const address = checkAddress(query)
  const here = `/${locale}/fees?${address}`
  const filing = await openFiling(workerFiling, locale)
  if (filing.state !== 'open') redirect(here)
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('fees.tell_heading')}</h1>
          <p className="lead">{t('fees.tell_lead')}</p>
          <NotCarriedNotes t={t} parts={notCarried(filing.draft.answers, query, carryOptions(today))} />
        </div>
        <ActionForm locale={locale} action={tellAction.bind(null, { locale, address, isAdding: true })}>
          <div className="acts">
            <SubmitButton>{t('fees.tell_add')}</SubmitButton>
            <LinkButton href={workerFiling.base(locale)} look="alt">
              {t('fees.tell_keep')}
            </LinkButton>
          </div>
        </ActionForm>
        <BackLink href={here}>{t('common.back')}</BackLink>
      </main>
    </div>
  )
}
