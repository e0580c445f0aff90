import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { AlikeFlood } from '@/components/settings/alike-flood'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { formatCount, formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readFloods } from '@/lib/usecases/abuse/read-floods'

type Props = PageProps<'/[locale]/settings/floods'>

const COLUMNS = ['passed', 'held', 'solved', 'waited'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.floods_title') }
}

/** What went through in the last day and what was held, and reports that tell the same words. Nothing here is closed or deleted by itself. */
export default async function FloodsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('flow.read', { locale, returnTo: `/${locale}/settings/floods` })
  const { hours, alike, at } = await readFloods(grant)
  const t = translatorFor(locale)
  const isFlooded = hours.some(({ held }) => held > 0)
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('settings.floods_title')}
      />
      <PageTitle title={t('settings.floods_title')} about={t('jobs.as_of', { at: formatInstant(at, locale) })} />
      <Note tone={isFlooded ? 'care' : 'ok'}>{t(isFlooded ? 'settings.floods_some' : 'settings.floods_none')}</Note>
      <p className="narrow">{t('settings.floods_lead')}</p>
      {hours.length === 0 ? null : (
        <table className="grid cards stacked" role="table">
          <caption className="vh">{t('settings.floods_title')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('settings.floods_hour')}
              </th>
              <th role="columnheader" scope="col">
                {t('settings.floods_what')}
              </th>
              {COLUMNS.map((column) => (
                <th role="columnheader" scope="col" className="n" key={column}>
                  {t(`settings.floods_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {hours.map((row) => (
              <tr role="row" key={`${row.hour.toISOString()} ${row.name}`}>
                <th role="rowheader" scope="row" className="full">
                  {formatInstant(row.hour, locale)}
                </th>
                <td role="cell">{t(`settings.floods_name_${row.name}`)}</td>
                {COLUMNS.map((column) => (
                  <td role="cell" className="n" key={column} data-label={t(`settings.floods_${column}`)}>
                    {formatCount(row[column], locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {grant.actor.role === 'supervisor' ? (
        <section className="block">
          <h2>{t('settings.floods_alike')}</h2>
          <p className="narrow">{t('settings.floods_alike_lead')}</p>
          {alike.length === 0 ? <p className="mute">{t('settings.floods_alike_none')}</p> : null}
          {alike.map((flood) => (
            <AlikeFlood key={flood.reports[0]?.number} t={t} flood={flood} />
          ))}
        </section>
      ) : null}
    </>
  )
}
