import type { Metadata } from 'next'
import { OpenForm } from '@/components/track/open-form'
import { LostCode } from '@/components/track/lost-code'
import { Note } from '@/components/ui/note'
import { readCookie } from '@/lib/access/cookies'
import { currentWorkerCase } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { openCaseAction } from './actions'

export async function generateMetadata({ params }: PageProps<'/[locale]/track'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

export default async function TrackPage({ params, searchParams }: PageProps<'/[locale]/track'>) {
  const t = pageWordsFor(toLocale((await params).locale))
  const { ended, closed, kept } = await searchParams
  const isHeld = (await readCookie('held')) !== undefined
  const isOpen = (await currentWorkerCase()) !== null
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('track.open_heading')}</h1>
          <p className="lead">{t('track.open_lead')}</p>
        </div>
        {kept !== undefined ? (
          <Note tone="ok" announced>
            {t('track.open_done')}
          </Note>
        ) : closed !== undefined ? (
          <Note tone="ok" announced>
            {t('track.open_closed')}
          </Note>
        ) : ended !== undefined ? (
          <Note announced>{t(isHeld ? 'track.open_kept' : 'track.open_ended')}</Note>
        ) : isOpen ? (
          <Note tone="still">
            {t('track.open_still')} <a href={`/${t.locale}/track/case`}>{t('track.open_still_link')}</a>
          </Note>
        ) : null}
        <OpenForm t={t} action={openCaseAction.bind(null, t.locale)} />
        <LostCode t={t} />
      </main>
    </div>
  )
}
