import type { ReactNode } from 'react'
import { Figures } from '@/components/ui/figures'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { Pictogram } from '@/components/ui/pictogram'
import type { CaseDimension } from '@/lib/domain/statistics/case-counts'
import { filterQuery, type StatisticsFilter } from '@/lib/domain/statistics/filter'
import { STATISTICS, type StatisticName } from '@/lib/domain/statistics/registry'
import type { ShownCounts } from '@/lib/domain/statistics/shown-counts'
import type { ShownRecruitmentCost } from '@/lib/domain/statistics/shown-recruitment-cost'
import type { ShownSurveyRow } from '@/lib/domain/statistics/shown-survey'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { CountTable } from './count-table'
import { shownText, wholeText } from './figure-text'
import { FilterForm } from './filter-form'
import { MeanFigure } from './mean-figure'
import { inSurveyOrder } from './origin-name'
import { RecruitmentCost } from './recruitment-cost'
import { answerOf, keyFigures, periodText } from './summary'
import { SurveyTable } from './survey-table'
import { TableNotes } from './table-notes'

export type StatisticsViewModel = {
  readonly survey: {
    readonly rows: readonly ShownSurveyRow[]
    readonly rate: { readonly jpyPerUsd: string; readonly period: string; readonly source: string } | null
  }
  readonly recruitmentCost: readonly ShownRecruitmentCost[]
  readonly counts: readonly ShownCounts[]
}

/** The statistics page: the answer, the controls, what to keep in mind, four figures, the fee table, a drawing of it, the recruitment cost in months of pay, counts. */
export function StatisticsView({
  t,
  statistics,
  filter,
  isFilterUnread,
  isOfOneOffice,
  action,
  madeAt,
}: {
  t: Translator
  statistics: StatisticsViewModel
  filter: StatisticsFilter
  isFilterUnread: boolean
  /** The reports of the reader's own office, not of all. */
  isOfOneOffice: boolean
  action: string
  madeAt: Date
}) {
  const rows = inSurveyOrder(statistics.survey.rows)
  const all = rows.find(({ origin }) => origin === 'all')
  const csv = (name: StatisticName) => <CsvLink t={t} name={name} filter={filter} />
  return (
    <>
      <PageTitle title={answerOf(t, all)} about={periodText(t, filter, all)} />
      <FilterForm t={t} action={action} filter={filter} />
      {isFilterUnread ? <Note tone="care">{t('statistics.filter_unread')}</Note> : null}
      <Note tone="still">
        <p>
          <b>{t('statistics.not_a_sample')}</b> {t('statistics.not_a_sample_more')}{' '}
          {t(isOfOneOffice ? 'statistics.scope_office' : 'statistics.scope_all')}
        </p>
      </Note>
      {all === undefined ? null : <Figures figures={keyFigures(t, all)} />}
      <Block id="fees-by-origin" title={t('statistics.fees_title')} act={csv('fees-by-origin')}>
        <SurveyTable t={t} rows={rows} />
        <TableNotes t={t} rate={statistics.survey.rate} />
      </Block>
      <Block id="figure" title={t('statistics.figure_title')}>
        <MeanFigure t={t} rows={rows} />
      </Block>
      <Block id="recruitment-cost" title={t('statistics.rci_title')} act={csv('recruitment-cost')}>
        <RecruitmentCost t={t} rows={statistics.recruitmentCost} />
      </Block>
      <div className="cols">
        {statistics.counts.map((counts) => {
          const name = nameOf(counts.dimension)
          return (
            <Block key={name} id={name} title={t(`statistics.by_${counts.dimension}_title`)} act={csv(name)}>
              <CountTable t={t} counts={counts} caption={t(`statistics.by_${counts.dimension}_title`)} />
              <p className="by">
                {t(counts.dimension === 'grievance' ? 'statistics.counts_note_several' : 'statistics.counts_note', {
                  reports: shownText(counts.reports, (reports) => wholeText(reports, t.locale)),
                })}
              </p>
            </Block>
          )
        })}
      </div>
      <p className="bar by">
        <span>{t('statistics.made', { at: formatInstant(madeAt, t.locale) })}</span>
      </p>
    </>
  )
}

function nameOf(dimension: CaseDimension): StatisticName {
  const found = STATISTICS.find((statistic) => statistic.kind === 'counts' && statistic.dimension === dimension)
  if (found === undefined) throw new TypeError(`no table counts by ${dimension}`)
  return found.name
}

function Block({ id, title, act, children }: { id: string; title: string; act?: ReactNode; children: ReactNode }) {
  return (
    <section className="block" id={id} aria-labelledby={`${id}-heading`}>
      <div className="bar">
        <h2 id={`${id}-heading`}>{title}</h2>
        {act}
      </div>
      {children}
    </section>
  )
}

/** A plain link: the file is made when it is asked for, and the asking is kept in the audit trail. */
function CsvLink({ t, name, filter }: { t: Translator; name: StatisticName; filter: StatisticsFilter }) {
  const query = filterQuery(filter)
  query.set('bom', '1')
  return (
    <a className="btn alt noprint" href={`/api/v1/statistics/${name}/export.csv?${query.toString()}`} download>
      <Pictogram name="download" size="text" /> CSV<span className="vh">, {t(`statistics.csv_about`)}</span>
    </a>
  )
}
