import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { stepPath } from '@/app/[locale]/_filing/paths'
import { QuestionHead } from '@/components/report/question-head'
import { SaidOnce } from '@/components/report/said-once'
import { LinkButton } from '@/components/ui/link-button'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { stepToResume } from '@/lib/schemas/report/step-to-resume'
import { kioskFiling } from './kiosk-filing'

type Props = PageProps<'/[locale]/kiosk'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.start_title') }
}

/** What a worker sees first on the officer's device. */
export default async function KioskPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const base = kioskFiling.base(locale)
  const filing = await openFiling(kioskFiling, locale)
  if (filing.state === 'sent') redirect(`${base}/receipt?sent=1`)
  const isOpen = filing.state === 'open'
  const onward = isOpen
    ? stepPath(kioskFiling, locale, stepToResume(filing.draft.answers), filing.draft.answers)
    : `${base}/grievances`
  return (
    <kioskFiling.Frame aside={null}>
      <SaidOnce t={t} search={await searchParams} />
      <QuestionHead question={t('report.kiosk_heading')} lead={t('report.kiosk_lead')} />
      <div className="acts">
        <LinkButton href={onward}>{t(isOpen ? 'report.start_continue' : 'report.start_go')}</LinkButton>
        {isOpen ? (
          <LinkButton href={`${base}/delete`} look="bare">
            {t('report.check_delete')}
          </LinkButton>
        ) : null}
      </div>
      <p>
        <a href={`/${locale}/rights/information`}>{t('report.consents_read_all')}</a>
      </p>
    </kioskFiling.Frame>
  )
}
