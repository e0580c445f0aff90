import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { consentRows } from '@/components/track/consent-rows'
import { BackLink } from '@/components/ui/back-link'
import { Facts } from '@/components/ui/facts'
import { Note } from '@/components/ui/note'
import { requireWorkerGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readOwnCase } from '@/lib/usecases/read-own-case'

export async function generateMetadata({ params }: PageProps<'/[locale]/track/case/consents'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

export default async function ConsentsPage({ params, searchParams }: PageProps<'/[locale]/track/case/consents'>) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { done, given } = await searchParams
  const path = `/${t.locale}/track/case/consents`
  return (
    <div className="page">
      <main id="main">
        {done === undefined ? null : (
          <Note tone="ok" announced>
            {t('track.consents_done')}
          </Note>
        )}
        {given === undefined ? null : (
          <Note tone="ok" announced>
            {t('track.consents_given')}
          </Note>
        )}
        <div className="tight">
          <h1>{t('track.consents_heading')}</h1>
          <p className="lead">{t('track.consents_lead')}</p>
        </div>
        <Facts
          facts={consentRows(t, reading.own, reading.consents, now()).map(
            ({ name, answer, withdrawable, givable }) => ({
              name,
              value: answer,
              change: givable
                ? { href: `${path}/yes/${givable}`, text: t('track.consents_say_yes'), about: name }
                : withdrawable
                  ? { href: `${path}/${withdrawable}`, text: t('track.consents_take_back'), about: name }
                  : undefined,
            }),
          )}
        />
        <p>
          <a href={`${path}/parties`}>{t('track.told_heading')}</a>
        </p>
        <BackLink href={`/${t.locale}/track/case`}>{t('track.back_to_case')}</BackLink>
      </main>
    </div>
  )
}
