import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ShownAverage, ShownShare, ShownSurveyRow } from '@/lib/domain/statistics/shown-survey'
import type { Translator } from '@/lib/i18n/translate'
import { differenceText, tenthsText, wholeText } from './figure-text'
import { originName } from './origin-name'
import { DifferenceCell, PublishedCell } from './published-cell'
import { ShownCell } from './shown-cell'

/**
 * The fee table in the shape of the survey: one column for each of its measures, and for each country three lines, ours,
 * the survey's and the difference.
 */
export function SurveyTable({ t, rows }: { t: Translator; rows: readonly ShownSurveyRow[] }) {
  return (
    <ScrollRegion label={t('statistics.fees_caption')}>
      <table className="grid">
        <caption className="vh">{t('statistics.fees_caption')}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('statistics.country')}
            </th>
            <th rowSpan={2} scope="col">
              <span className="vh">{t('statistics.whose')}</span>
            </th>
            <th rowSpan={2} scope="col" className="n">
              {t('statistics.reports')}
            </th>
            <GroupHead text={t('statistics.group_sending')} span={3} />
            <GroupHead text={t('statistics.group_broker')} span={3} />
            <GroupHead text={t('statistics.group_debt')} span={2} />
          </tr>
          <tr>
            <MeasureHeads
              t={t}
              names={[
                'paid_share',
                'mean_jpy',
                'mean_usd',
                'paid_share',
                'mean_jpy',
                'mean_usd',
                'debt_share',
                'debt_mean_jpy',
              ]}
            />
          </tr>
        </thead>
        {rows.map((row) => (
          <Country key={row.origin} t={t} row={row} />
        ))}
      </table>
    </ScrollRegion>
  )
}

function GroupHead({ text, span }: { text: string; span: number }) {
  return (
    <th colSpan={span} scope="colgroup" className="n">
      {text}
    </th>
  )
}

type Measure = 'paid_share' | 'mean_jpy' | 'mean_usd' | 'debt_share' | 'debt_mean_jpy'

function MeasureHeads({ t, names }: { t: Translator; names: readonly Measure[] }) {
  return names.map((name, index) => (
    <th key={index} scope="col" className="n">
      {t(`statistics.measure_${name}`)}
    </th>
  ))
}

function Country({ t, row }: { t: Translator; row: ShownSurveyRow }) {
  const { locale } = t
  const shares = { sending: row.sendingShare, broker: row.brokerShare, debt: row.debtShare }
  const averages = { sending: row.sendingAverage, broker: row.brokerAverage, debt: row.debtAverage }
  const tenths = (value: number) => tenthsText(value, locale)
  const whole = (value: number | bigint) => wholeText(value, locale)
  const ofCount = (cell: ShownShare) =>
    t('statistics.n_of', { people: whole(Number(cell.people)), of: whole(Number(cell.of)) })
  const overCount = (cell: ShownAverage) => t('statistics.n_over', { people: whole(Number(cell.people)) })
  const ourShare = (cell: ShownShare) => <ShownCell t={t} value={cell.tenths} text={tenths} remark={ofCount(cell)} />
  const ourYen = (cell: ShownAverage) => (
    <ShownCell t={t} value={cell.jpy} text={whole} remark={overCount(cell)} missing={t('statistics.nobody')} />
  )
  const ourDollars = (cell: ShownAverage) => (
    <ShownCell t={t} value={cell.usd} text={whole} missing={t('statistics.nobody')} />
  )
  const points = (cell: ShownShare) => (
    <DifferenceCell
      t={t}
      tenths={cell.differenceTenths}
      text={(value) => t('statistics.points', { difference: differenceText(value, locale) })}
    />
  )
  const percent = (cell: ShownAverage) => (
    <DifferenceCell
      t={t}
      tenths={cell.differenceTenths}
      text={(value) => t('statistics.percent', { difference: differenceText(value, locale) })}
    />
  )
  const none = <DifferenceCell t={t} tenths={null} text={String} />
  return (
    <tbody>
      <tr>
        <th rowSpan={3} scope="rowgroup">
          {originName(t, row.origin)}
        </th>
        <th scope="row">{t('statistics.ours')}</th>
        <ShownCell t={t} value={row.reports} text={whole} />
        {ourShare(shares.sending)}
        {ourYen(averages.sending)}
        {ourDollars(averages.sending)}
        {ourShare(shares.broker)}
        {ourYen(averages.broker)}
        {ourDollars(averages.broker)}
        {ourShare(shares.debt)}
        {ourYen(averages.debt)}
      </tr>
      <tr className="theirs">
        <th scope="row" className="theirs">
          {t('statistics.survey_short')}
        </th>
        <PublishedCell
          t={t}
          published={
            row.publishedRespondents === null
              ? null
              : { value: row.publishedRespondents, sources: [], confidence: 'high' }
          }
          text={whole}
        />
        <PublishedCell t={t} published={shares.sending.published} text={tenths} />
        <PublishedCell t={t} published={averages.sending.publishedJpy} text={whole} />
        <PublishedCell t={t} published={averages.sending.publishedUsd} text={whole} />
        <PublishedCell t={t} published={shares.broker.published} text={tenths} />
        <PublishedCell t={t} published={averages.broker.publishedJpy} text={whole} />
        <PublishedCell t={t} published={averages.broker.publishedUsd} text={whole} />
        <PublishedCell t={t} published={shares.debt.published} text={tenths} />
        <PublishedCell t={t} published={averages.debt.publishedJpy} text={whole} />
      </tr>
      <tr>
        <th scope="row" className="theirs">
          {t('statistics.difference')}
        </th>
        {none}
        {points(shares.sending)}
        {percent(averages.sending)}
        {none}
        {points(shares.broker)}
        {percent(averages.broker)}
        {none}
        {points(shares.debt)}
        {percent(averages.debt)}
      </tr>
    </tbody>
  )
}
