import {
  FEWEST_FOR_BOX,
  FEWEST_FOR_QUARTILES,
  type ShownRecruitmentCost,
} from '@/lib/domain/statistics/shown-recruitment-cost'
import type { Translator } from '@/lib/i18n/translate'
import { CostTable } from './cost-table'
import { IndicatorFigure } from './indicator-figure'
import { IndicatorTable } from './indicator-table'
import { inSurveyOrder } from './origin-name'

/** What recruitment cost, in months of pay and in yen: two tables, a drawing of the first, and how the figures are made. */
export function RecruitmentCost({ t, rows }: { t: Translator; rows: readonly ShownRecruitmentCost[] }) {
  const ordered = inSurveyOrder(rows)
  return (
    <>
      <p className="by">{t('statistics.rci_lead')}</p>
      <IndicatorTable t={t} rows={ordered} />
      <h3>{t('statistics.rci_figure_title')}</h3>
      <IndicatorFigure t={t} rows={ordered} />
      <h3>{t('statistics.cost_title')}</h3>
      <CostTable t={t} rows={ordered} />
      <ol className="notes">
        <li>{t('statistics.rci_note_earnings')}</li>
        <li>{t('statistics.rci_note_means')}</li>
        <li>{t('statistics.rci_note_people')}</li>
        <li>{t('statistics.rci_note_few', { quartiles: FEWEST_FOR_QUARTILES, box: FEWEST_FOR_BOX })}</li>
        <li>{t('statistics.note_digits')}</li>
        <li>{t('statistics.rci_note_limit')}</li>
        <li>{t('statistics.rci_note_series')}</li>
      </ol>
    </>
  )
}
