import type { OrganisationNumbers } from '@/lib/domain/statistics/organisations/public-organisation'
import type { OrganisationMeasure } from '@/lib/domain/statistics/organisations/organisation-measures'
import type { Shown } from '@/lib/domain/statistics/released-table'
import { formatCount, formatShare } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

const YEN: readonly OrganisationMeasure[] = ['paid_mean', 'paid_median']

/** The numbers of an organisation as they may be told; what is held back says so. */
export function OrganisationFigures({ t, numbers }: { t: Translator; numbers: OrganisationNumbers }) {
  const { figures, reports, countedTo } = numbers
  const text = (shown: Shown, format: (value: number) => string) =>
    shown === null ? '–' : shown === 's' ? t('statistics.organisation_held') : format(shown)
  const heading = (name: 'measure' | 'base' | 'value') => t(`statistics.organisation_${name}`)
  return (
    <>
      <p>{t('statistics.organisation_numbers_about', { count: reports, quarter: countedTo })}</p>
      <table className="grid cards" role="table">
        <caption className="vh">{t('statistics.organisation_numbers')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['measure', 'base', 'value'] as const).map((name) => (
              <th role="columnheader" scope="col" key={name}>
                {heading(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {figures.map(({ measure, base, value, low, high }) => {
            const isYen = YEN.includes(measure)
            const told = (one: number) => (isYen ? formatCount(one, t.locale) : formatShare(one, t.locale))
            const ends = typeof low === 'number' && typeof high === 'number' ? ` (${told(low)} – ${told(high)})` : ''
            return (
              <tr role="row" key={measure}>
                <th role="rowheader" scope="row" className="full">
                  {t(`statistics.organisation_measure_${measure}`)}
                </th>
                <td role="cell" data-label={heading('base')}>
                  {text(base, (one) => formatCount(one, t.locale))}
                </td>
                <td role="cell" data-label={heading('value')}>
                  {text(value, told)}
                  {ends}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
