import type { Metadata } from 'next'
import { CurrencyTable } from '@/components/settings/currency-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { listCurrencyRates } from '@/lib/data/exchange-rates'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { ratesDoneSchema } from '@/lib/schemas/settings/import-rates'

type Props = PageProps<'/[locale]/settings/exchange-rates'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.rates_title') }
}

export default async function ExchangeRatesPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/exchange-rates`
  const grant = await requireGrant('exchange_rate.manage', { locale, returnTo: here })
  const currencies = await within(grant, listCurrencyRates)
  const done = ratesDoneSchema.safeParse(await searchParams)
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('settings.rates_title')}
      />
      <PageTitle
        title={t('settings.rates_heading', { count: currencies.length })}
        about={t('settings.rates_attribution')}
        acts={<LinkButton href={`${here}/import`}>{t('settings.rates_bring_in')}</LinkButton>}
      />
      {done.success ? (
        <Note tone="ok" announced>
          {done.data.added + done.data.changed === 0
            ? t('settings.rates_done_same')
            : t('settings.rates_done', { added: done.data.added, changed: done.data.changed })}{' '}
          {done.data.judged === 1 ? (
            <>
              {t('settings.rates_done_judged')}{' '}
              <a href={`/${locale}/settings/fee-rules`}>{t('settings.rates_done_progress')}</a>
            </>
          ) : null}
        </Note>
      ) : null}
      <Note tone="still">{t('settings.rates_kept')}</Note>
      <CurrencyTable t={t} rows={currencies} />
    </>
  )
}
