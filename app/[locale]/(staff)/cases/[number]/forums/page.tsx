import type { Metadata } from 'next'
import { ForumList } from '@/components/forums/forum-list'
import { LimitationList } from '@/components/forums/limitation-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readForums } from '@/lib/usecases/forums/read-forums'

type Props = PageProps<'/[locale]/cases/[number]/forums'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('forums.title', { number }) }
}

export default async function ForumsPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}`
  const grant = await requireGrant('case.read', { locale, returnTo: `${address}/forums` })
  const found = parseCaseNumber(number).ok ? await readForums(grant, number) : null
  if (!found) notHere(locale)
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/cases`, name: t('cases.room_cases') },
          { href: address, name: number },
        ]}
        here={t('forums.heading')}
      />
      <PageTitle title={t('forums.heading')} about={t('forums.about')} />
      <Note tone="still">{t('forums.no_opinion')}</Note>
      <section className="stack" aria-labelledby="limits">
        <h2 id="limits">{t('forums.limits_heading')}</h2>
        {found.limitations.length === 0 ? (
          <EmptyState title={t('forums.limits_none')}>{t('forums.limits_none_why')}</EmptyState>
        ) : (
          <LimitationList t={t} limitations={found.limitations} />
        )}
      </section>
      <section className="stack" aria-labelledby="bodies">
        <h2 id="bodies">{t('forums.bodies_heading')}</h2>
        {found.forums.length === 0 ? (
          <EmptyState title={t('forums.bodies_none')}>{t('forums.bodies_none_why')}</EmptyState>
        ) : (
          <ForumList t={t} forums={found.forums} />
        )}
      </section>
    </>
  )
}
