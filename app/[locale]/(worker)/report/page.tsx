import type { Metadata } from 'next'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import { stepPath } from '@/app/[locale]/_filing/paths'
import { QuestionHead } from '@/components/report/question-head'
import { SaidOnce } from '@/components/report/said-once'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { Pictogram } from '@/components/ui/pictogram'
import { RouteLine } from '@/components/ui/route-line'
import { viaQuery } from '@/lib/domain/posters/poster-code'
import { stepToResume } from '@/lib/schemas/report/step-to-resume'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { redirect } from 'next/navigation'
import { workerFiling } from './worker-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/report'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.start_title') }
}

/** What the report is like, and the way on for those who stopped. Nothing is kept of somebody who only looks. */
export default async function StartPage({ params, searchParams }: PageProps<'/[locale]/report'>) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const base = workerFiling.base(locale)
  const filing = await openFiling(workerFiling, locale)
  if (filing.state === 'resting') redirect(`${base}/rest`)
  if (filing.state === 'sent') redirect(`${base}/receipt?sent=1`)
  const isOpen = filing.state === 'open'
  const onward = isOpen
    ? stepPath(workerFiling, locale, stepToResume(filing.draft.answers), filing.draft.answers)
    : `${base}/grievances${viaQuery((await searchParams)['via'])}`
  return (
    <div className="page wide">
      <main id="main">
        <SaidOnce t={t} search={await searchParams} />
        <QuestionHead question={t('report.start_heading')} lead={t('report.start_lead')} />
        {isOpen ? (
          <Note tone="still">
            <p>{t('report.start_found')}</p>
          </Note>
        ) : null}
        <div className="acts">
          <LinkButton href={onward}>
            {isOpen ? t('report.start_continue') : t('report.start_go')} <Pictogram name="next" size="text" />
          </LinkButton>
          <LinkButton href={isOpen ? `${base}/delete` : `/${locale}/track`} look="bare">
            {isOpen ? t('report.check_delete') : t('report.start_track')}
          </LinkButton>
        </div>
        <p className="hint">{t('report.start_private')}</p>
        <p>
          <a href={`${base}/pin`}>{t('report.pin_link')}</a>
        </p>
      </main>
      <aside className="stack rule">
        <h2>{t('report.start_how')}</h2>
        <RouteLine
          stations={[
            { title: t('report.start_answer'), when: t('report.start_answer_help') },
            { title: t('report.start_send'), when: t('report.start_send_help') },
            { title: t('report.start_code'), when: t('report.start_code_help') },
          ]}
        />
      </aside>
    </div>
  )
}
