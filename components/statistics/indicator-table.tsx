import { ScrollRegion } from '@/components/ui/scroll-region'
import { EARNINGS_KINDS, type EarningsKind } from '@/lib/domain/fees/measures/earnings'
import type { ShownIndicator, ShownRecruitmentCost } from '@/lib/domain/statistics/shown-recruitment-cost'
import type { Translator } from '@/lib/i18n/translate'
import { tenthsText, wholeText } from './figure-text'
import { originName } from './origin-name'
import { ShownCell } from './shown-cell'

const COLUMNS = ['mean', 'ratio_of_means', 'median', 'quartiles', 'p80', 'above_1', 'above_2', 'above_3'] as const

/** The recruitment cost indicator: for each country two lines, by the pay of the first full month and of the last month. */
export function IndicatorTable({ t, rows }: { t: Translator; rows: readonly ShownRecruitmentCost[] }) {
  return (
    <ScrollRegion label={t('statistics.rci_caption')}>
      <table className="grid">
        <caption className="vh">{t('statistics.rci_caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="keep">
              {t('statistics.country')}
            </th>
            <th scope="col">{t('statistics.rci_earnings')}</th>
            <th scope="col" className="n">
              {t('statistics.rci_people')}
            </th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" className="n">
                {t(`statistics.rci_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.origin}>
            {EARNINGS_KINDS.map((kind, index) => (
              <tr key={kind}>
                {index > 0 ? null : (
                  <th rowSpan={EARNINGS_KINDS.length} scope="rowgroup" className="keep">
                    {originName(t, row.origin)}
                  </th>
                )}
                <Months t={t} kind={kind} indicator={row.indicator[kind]} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}

function Months({ t, kind, indicator }: { t: Translator; kind: EarningsKind; indicator: ShownIndicator }) {
  const tenths = (value: number) => tenthsText(value, t.locale)
  const missing = t('statistics.rci_nobody')
  const month = (value: number | 's' | null) => <ShownCell t={t} value={value} text={tenths} missing={missing} />
  const { p25, p75 } = indicator
  const range = typeof p25 === 'number' && typeof p75 === 'number' ? { p25, p75 } : p25 === null ? null : 's'
  return (
    <>
      <th scope="row">{t(`statistics.rci_${kind}`)}</th>
      <ShownCell t={t} value={indicator.people} text={(people) => wholeText(people, t.locale)} />
      {month(indicator.meanOfRatios)}
      {month(indicator.ratioOfMeans)}
      {month(indicator.median)}
      <ShownCell t={t} value={range} text={(of) => `${tenths(of.p25)}–${tenths(of.p75)}`} missing={missing} />
      {month(indicator.p80)}
      {indicator.above.map((above, index) => (
        <ShownCell
          key={index}
          t={t}
          value={above.tenths}
          text={tenths}
          missing={missing}
          remark={t('statistics.n_of', {
            people: wholeText(Number(above.people), t.locale),
            of: wholeText(Number(indicator.people), t.locale),
          })}
        />
      ))}
    </>
  )
}
