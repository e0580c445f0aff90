import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { arrivalItems } from '@/components/track/arrival-items'
import { OwnPage } from '@/components/track/page-frame'
import { Facts } from '@/components/ui/facts'
import { requireWorkerGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { readOwnCase } from '@/lib/usecases/read-own-case'

type Props = PageProps<'/[locale]/track/case/arrived'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** What was agreed, and whether it arrived. */
export default async function ArrivedPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const items = arrivalItems(t, reading.remedies, reading.arrivals)
  return (
    <OwnPage t={t} heading={t('track.arrived_heading')} lead={t('track.arrived_lead')}>
      {items.length === 0 ? <p>{t('track.arrived_none')}</p> : null}
      <Facts
        facts={items.map(({ remedyId, repaymentId, name, terms, termsLanguage, said, isOpen }) => ({
          name,
          value: (
            <>
              {terms === null ? null : (
                <span className="said" lang={termsLanguage ?? undefined}>
                  {terms}
                </span>
              )}
              {terms === null || said === null ? null : <br />}
              {said}
            </>
          ),
          change: isOpen
            ? {
                href: `/${t.locale}/track/case/arrived/${remedyId}${repaymentId === null ? '' : `?of=${repaymentId}`}`,
                text: t('track.arrived_ask'),
                about: name,
              }
            : undefined,
        }))}
      />
    </OwnPage>
  )
}
