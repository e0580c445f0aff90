import type { Metadata } from 'next'
import { CaseMeta } from '@/components/case/case-head'
import { RemedyCard } from '@/components/remedies/remedy-card'
import { RemedyTotals } from '@/components/remedies/remedy-totals'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { openRemedies } from './open-remedies'

type Props = PageProps<'/[locale]/cases/[number]/remedies'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('remedies.page_title', { number }) }
}

/** What was asked, offered, agreed and paid, the latest first. */
export default async function RemediesPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { head, remedies, parties, totals, address } = await openRemedies(t.locale, number)
  const { done } = await searchParams
  const doneKey = `remedies.done_${typeof done === 'string' ? done : ''}`
  const today = dayInJapan(now())
  return (
    <>
      {t.has(doneKey) ? (
        <Note announced tone="ok">
          {t(doneKey)}
        </Note>
      ) : null}
      <div className="block">
        <Breadcrumbs
          trail={[
            { href: `/${t.locale}/cases`, name: t('cases.room_cases') },
            { href: `/${t.locale}/cases/${number}`, name: number },
          ]}
          here={t('remedies.title')}
        />
        <div className="title">
          <div className="tight">
            <h1>{t('remedies.title')}</h1>
            <CaseMeta t={t} head={head} />
          </div>
          <p className="row noprint">
            <a className="btn" href={`${address}/new`}>
              {t('remedies.new_link')}
            </a>
          </p>
        </div>
        <RemedyTotals t={t} totals={totals} />
      </div>
      {remedies.length === 0 ? <p className="mute">{t('remedies.empty')}</p> : null}
      {remedies.toReversed().map((remedy) => (
        <RemedyCard key={remedy.id} t={t} remedy={remedy} parties={parties} address={address} today={today} />
      ))}
      <BackLink href={`/${t.locale}/cases/${number}`}>{t('cases.back_to_case')}</BackLink>
    </>
  )
}
