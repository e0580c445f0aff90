import type { Metadata } from 'next'
import { bodyNames, REGISTER_COLUMNS, registerRows } from '@/components/privacy/register-rows'
import { BackLink } from '@/components/ui/back-link'
import { FactList } from '@/components/ui/facts'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readProcessing } from '@/lib/usecases/privacy/read-processing'

type Props = PageProps<'/[locale]/settings/processing'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('privacy.processing_title') }
}

/** The register of processing: what is done with whose data, why, who gets it, how long it stays, and where it rests. */
export default async function ProcessingPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('processing.read', { locale, returnTo: `/${locale}/settings/processing` })
  const { offices, dataLocation, filesIn, mail, contact } = await readProcessing(grant, 'page')
  const t = translatorFor(locale)
  const file = (format: string) => `/api/v1/privacy/processing?format=${format}&language=${locale}`
  const abroad = offices.filter(({ country }) => country !== 'JP')
  return (
    <>
      <BackLink href={`/${locale}/settings`}>{t('settings.heading')}</BackLink>
      <PageTitle
        title={t('privacy.processing_title')}
        about={t('privacy.processing_lead', { day: formatDayOf(now(), locale) })}
        acts={
          <>
            <LinkButton look="alt" href={file('csv')}>
              CSV
            </LinkButton>
            <LinkButton look="alt" href={file('json')}>
              JSON
            </LinkButton>
          </>
        }
      />
      {dataLocation === null ? <Note tone="care">{t('privacy.location_missing')}</Note> : null}
      {registerRows(t).map((row) => (
        <section key={row.code} className="block">
          <h2>{row.activity[0]}</h2>
          <FactList
            facts={REGISTER_COLUMNS.filter((name) => name !== 'activity' && row[name].length > 0).map((name) => ({
              name: t(`privacy.register_${name}`),
              value: row[name].join(' · '),
            }))}
          />
        </section>
      ))}
      <h2>{t('privacy.recipients')}</h2>
      <p>{t('privacy.recipients_about')}</p>
      <p>{bodyNames(t).join(' · ')}</p>
      <h2>{t('privacy.installation')}</h2>
      <FactList
        facts={[
          { name: t('privacy.location'), value: dataLocation ?? t('privacy.not_known') },
          { name: t('privacy.files_in'), value: t(`privacy.files_in_${filesIn}`) },
          { name: t('privacy.mail'), value: t(`notices.mail_${mail}`) },
          { name: t('privacy.contact'), value: contact ?? t('privacy.not_known') },
          { name: t('privacy.offices'), value: offices.map(({ name, country }) => `${name} (${country})`).join(' · ') },
          ...(abroad.length === 0
            ? []
            : [{ name: t('privacy.transfers'), value: t('privacy.transfers_about', { count: abroad.length }) }]),
        ]}
      />
    </>
  )
}
