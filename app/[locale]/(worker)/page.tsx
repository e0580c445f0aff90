import type { Metadata } from 'next'
import { Door, Doors } from '@/components/ui/doors'
import { RouteLine } from '@/components/ui/route-line'
import { viaQuery } from '@/lib/domain/posters/poster-code'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  // The layout's title template counts for the pages below it only.
  return { title: { absolute: `${translatorFor(toLocale((await params).locale))('common.start_title')} – Passage` } }
}

export default async function StartPage({ params, searchParams }: PageProps<'/[locale]'>) {
  const locale = toLocale((await params).locale)
  const via = viaQuery((await searchParams)['via'])
  const t = pageWordsFor(locale)
  return (
    <div className="page wide">
      <main id="main">
        <div className="tight">
          <h1>{t('common.start_heading')}</h1>
          <p className="lead">{t('common.start_lead')}</p>
        </div>
        <Doors label={t('common.start_doors')}>
          <Door
            first
            href={`/${locale}/report${via}`}
            pictogram="other"
            name={t('common.start_report')}
            help={t('common.start_report_help')}
          />
          <Door
            href={`/${locale}/fees`}
            pictogram="coins"
            name={t('common.start_fees')}
            help={t('common.start_fees_help')}
          />
          <Door
            href={`/${locale}/track`}
            pictogram="key"
            name={t('common.start_track')}
            help={t('common.start_track_help')}
          />
          <Door
            href={`/${locale}/help`}
            pictogram="phone"
            name={t('common.start_call')}
            help={t('common.start_call_help')}
          />
          <Door
            href={`/${locale}/rights`}
            pictogram="scale"
            name={t('common.start_rights')}
            help={t('common.start_rights_help')}
          />
        </Doors>
      </main>
      <aside className="stack rule">
        <h2>{t('common.start_promises')}</h2>
        <RouteLine
          stations={[
            { title: t('common.promise_choose'), when: t('common.promise_choose_help') },
            { title: t('common.promise_person'), when: t('common.promise_person_help') },
            { title: t('common.promise_mind'), when: t('common.promise_mind_help') },
          ]}
        />
      </aside>
    </div>
  )
}
