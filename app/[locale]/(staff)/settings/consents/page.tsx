import type { Metadata } from 'next'
import { languageWord } from '@/components/case/words'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { formatCount, formatDay } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readConsentRegister } from '@/lib/usecases/privacy/read-consents'

type Props = PageProps<'/[locale]/settings/consents'>

const NUMBERS = ['given', 'withdrawn', 'ranOut'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('privacy.consents_title') }
}

/** Which wordings were agreed to in this office: version, language, way, how often, and how often taken back. */
export default async function ConsentsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('consent.register', { locale, returnTo: `/${locale}/settings/consents` })
  const rows = await readConsentRegister(grant, 'page')
  const t = translatorFor(locale)
  return (
    <>
      <BackLink href={`/${locale}/settings`}>{t('settings.heading')}</BackLink>
      <PageTitle
        title={t('privacy.consents_title')}
        about={t('privacy.consents_lead', { version: CONSENT_TEXT_VERSION })}
        acts={
          <LinkButton look="alt" href="/api/v1/privacy/consents">
            CSV
          </LinkButton>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('privacy.consents_none')} />
      ) : (
        <table className="grid cards stacked" role="table">
          <caption className="vh">{t('privacy.consents_title')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['consent', 'wording', 'language', 'method', ...NUMBERS, 'between'] as const).map((name) => (
                <th
                  role="columnheader"
                  scope="col"
                  key={name}
                  className={NUMBERS.some((number) => number === name) ? 'n' : undefined}
                >
                  {t(`privacy.column_${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" key={`${row.textVersion} ${row.kind} ${row.language} ${row.method}`}>
                <th role="rowheader" scope="row" className="full">
                  {t(`cases.consent_${row.kind}`)}
                </th>
                <td role="cell" data-label={t('privacy.column_wording')}>
                  {row.textVersion}
                </td>
                <td role="cell" data-label={t('privacy.column_language')}>
                  {languageWord(t, row.language)}
                </td>
                <td role="cell" data-label={t('privacy.column_method')}>
                  {t.has(`privacy.method_${row.method}`)
                    ? t(`privacy.method_${row.method}` as 'privacy.method_tap')
                    : row.method}
                </td>
                {NUMBERS.map((name) => (
                  <td role="cell" className="n" key={name} data-label={t(`privacy.column_${name}`)}>
                    {formatCount(row[name], locale)}
                  </td>
                ))}
                <td role="cell" data-label={t('privacy.column_between')}>
                  {formatDay(row.firstOn, locale)} – {formatDay(row.lastOn, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
