import { ScrollRegion } from '@/components/ui/scroll-region'
import { LEAST_REPORTERS } from '@/lib/domain/statistics/organisations/organisation-measures'
import type { OrganisationFigure, OrganisationPage } from '@/lib/domain/statistics/organisations/public-organisation'
import { formatCount, formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { unitText } from './cell-text'
import { ShownNumber } from './shown-number'

/** What workers reported of an organisation, and what it says to that. */
export function OrganisationNumbers({ t, page }: { t: Translator; page: OrganisationPage }) {
  const { numbers } = page
  return (
    <section className="tight rule">
      <h2>{t('open_data.org_numbers')}</h2>
      {numbers === null ? (
        <p>{t('open_data.org_no_numbers', { count: LEAST_REPORTERS })}</p>
      ) : (
        <>
          <p>
            {t('open_data.org_counted', {
              count: formatCount(numbers.reports, t.locale),
              quarter: numbers.countedTo,
            })}{' '}
            {t('open_data.org_not_judgement')}
          </p>
          <Figures t={t} figures={numbers.figures} />
          <p className="src">
            {t('open_data.signs')} {t('open_data.warning')}
          </p>
          <Reply t={t} page={page} />
        </>
      )}
    </section>
  )
}

function Figures({ t, figures }: { t: Translator; figures: readonly OrganisationFigure[] }) {
  return (
    <ScrollRegion label={t('open_data.org_numbers')}>
      <table className="grid">
        <caption className="vh">{t('open_data.org_numbers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('open_data.methods_column')}</th>
            <th scope="col" className="n">
              {t('open_data.head_share')} / {t('open_data.head_mean')}
            </th>
            <th scope="col" className="n">
              {t('open_data.head_interval')}
            </th>
            <th scope="col" className="n">
              {t('open_data.head_n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ measure, value, low, high, base }) => {
            const text = (number: number) =>
              unitText(number, measure === 'paid_mean' || measure === 'paid_median' ? 'yen' : 'share', t.locale)
            const isBetween = typeof low === 'number' && typeof high === 'number'
            return (
              <tr key={measure}>
                <th scope="row">{t(`open_data.org_measure_${measure}`)}</th>
                <ShownNumber t={t} value={value} text={text} />
                {isBetween ? (
                  <td className="n">
                    {text(low)} – {text(high)}
                  </td>
                ) : (
                  <ShownNumber t={t} value={low} text={text} />
                )}
                <ShownNumber t={t} value={base} text={(number) => formatCount(number, t.locale)} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Its words in the reader's language where they are translated, otherwise as they were written. */
function Reply({ t, page: { reply, informedOn } }: { t: Translator; page: OrganisationPage }) {
  if (reply === null) {
    return informedOn === null ? null : <p>{t('open_data.org_no_reply', { day: formatDay(informedOn, t.locale) })}</p>
  }
  const translated = reply.translations[t.locale]
  return (
    <>
      <h3>{t('open_data.org_reply')}</h3>
      <p className="src">{t('open_data.org_replied', { day: formatDay(reply.repliedOn, t.locale) })}</p>
      {translated === undefined ? null : <blockquote>{translated}</blockquote>}
      <blockquote lang={reply.language}>{reply.text}</blockquote>
    </>
  )
}
