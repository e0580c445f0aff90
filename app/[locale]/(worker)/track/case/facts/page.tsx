import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { factRows, ownFacts, personRows } from '@/components/track/own-facts'
import { OwnPage } from '@/components/track/page-frame'
import { sayReach } from '@/components/track/reach-words'
import { Facts } from '@/components/ui/facts'
import { Note } from '@/components/ui/note'
import { requireWorkerGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'

type Props = PageProps<'/[locale]/track/case/facts'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** What the office wrote down of the report, each fact with the way to say that it is wrong. */
export default async function FactsPage({ params, searchParams }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const known = await readOwnFacts(await requireWorkerGrant('own_case.read', t.locale))
  if (known === null) redirect(`/${t.locale}/track`)
  const { sent } = await searchParams
  const reach = {
    name: t('track.facts_reach'),
    value: sayReach(t, known.contact),
    change: {
      href: `/${t.locale}/track/case/contact`,
      text: t('track.facts_change'),
      about: t('track.facts_reach'),
    },
  }
  const about = personRows(t, known.person?.facts).map(({ name, said }) => ({
    name,
    value: said,
    change: { href: `/${t.locale}/track/case/about`, text: t('track.facts_change'), about: name },
  }))
  return (
    <OwnPage t={t} heading={t('track.facts_heading')} lead={t('track.facts_lead')}>
      {sent === undefined ? null : (
        <Note tone="ok" announced>
          {t('track.facts_sent')}
        </Note>
      )}
      <Facts facts={[...factRows(t, ownFacts(t, known), known.corrections), reach, ...about]} />
    </OwnPage>
  )
}
