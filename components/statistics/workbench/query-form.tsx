import { CORRIDOR_CODES } from '@/lib/domain/corridor'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { THRESHOLDS } from '@/lib/domain/statistics/query'
import { DIMENSIONS } from '@/lib/domain/statistics/registry/dimensions'
import { corridorsOf, type WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import type { Translator } from '@/lib/i18n/translate'
import { valueName } from '@/lib/i18n/statistic-names'
import { CompareFields } from './compare-fields'
import { MeasureSelects } from './measure-selects'
import { Choice, MonthField } from './fields'
import { QuestionFold } from './question-fold'

/** Filters that have a field of their own here; the others are on the page of filters and travel along. */
const OWN_FILTERS: readonly string[] = ['scheme', 'corridor']

/** The question as one form: its address is the state. Everything works without scripts and with the keyboard alone. */
export function QueryForm({
  t,
  action,
  workbench,
  isAnswered,
}: {
  t: Translator
  action: string
  workbench: WorkbenchQuery
  isAnswered: boolean
}) {
  const { query, comparison } = workbench
  const lines = [
    { value: 'none', text: t('statistics.choose_none') },
    ...DIMENSIONS.map(({ code }) => ({ value: code, text: t(`statistics.dimension_${code}`) })),
  ]
  const single = (dimension: string) => {
    const values = query.filters.find((filter) => filter.dimension === dimension)?.values ?? []
    return values.length > 1 ? null : (values[0] ?? '')
  }
  const [scheme, corridor] = [single('scheme'), single('corridor')]
  const hidden = query.filters.filter(({ dimension, values }) => !OWN_FILTERS.includes(dimension) || values.length > 1)
  return (
    <QuestionFold t={t} workbench={workbench} isOpen={!isAnswered}>
      <form className="filters question" method="get" action={action}>
        <MeasureSelects t={t} measures={query.measures} />
        <Choice label={t('statistics.choose_rows')} name="rows" value={query.rows ?? 'none'} options={lines} />
        <Choice label={t('statistics.choose_columns')} name="columns" value={query.columns ?? 'none'} options={lines} />
        <MonthField label={t('statistics.filter_from')} name="from" value={query.from} />
        <MonthField label={t('statistics.filter_to')} name="to" value={query.to} />
        {scheme === null ? null : (
          <Choice
            label={t('statistics.filter_scheme')}
            name="scheme"
            value={scheme}
            options={[
              { value: '', text: t('statistics.filter_all_schemes') },
              ...SCHEME_CODES.map((value) => ({ value, text: valueName(t, 'scheme', value) })),
            ]}
          />
        )}
        {corridor === null ? null : (
          <Choice
            label={t('statistics.dimension_corridor')}
            name="corridor"
            value={corridor}
            options={[
              { value: '', text: t('statistics.all_corridors') },
              ...CORRIDOR_CODES.map((value) => ({ value, text: valueName(t, 'corridor', value) })),
            ]}
          />
        )}
        <Choice
          label={t('statistics.choose_threshold')}
          name="threshold"
          value={String(query.threshold)}
          options={THRESHOLDS.map((reporters) => ({
            value: String(reporters),
            text: t('statistics.choose_threshold_value', { reporters }),
          }))}
        />
        <Choice
          label={t('statistics.choose_rounding')}
          name="rounding"
          value={String(query.rounding)}
          options={[
            { value: '1', text: t('statistics.choose_rounding_none') },
            { value: '5', text: t('statistics.choose_rounding_to', { base: 5 }) },
          ]}
        />
        <CompareFields t={t} comparison={comparison} corridors={corridorsOf(query)} />
        {hidden.flatMap(({ dimension, values }) =>
          values.map((value) => <input key={`${dimension} ${value}`} type="hidden" name={dimension} value={value} />),
        )}
        <button className="btn">{t('common.show')}</button>
        <button className="btn alt" formAction={`${action}/filter`}>
          {t('statistics.narrow')}
        </button>
        <p className="by whole" id="question-hint">
          {t('statistics.choose_hint')}
        </p>
      </form>
    </QuestionFold>
  )
}
