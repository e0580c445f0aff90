import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { listedValues } from '@/lib/domain/statistics/registry/dimension-values'
import { DIMENSIONS, UNKNOWN, type Dimension } from '@/lib/domain/statistics/registry/dimensions'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import { workbenchAddress, type WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import type { Translator } from '@/lib/i18n/translate'
import { valueName } from '@/lib/i18n/statistic-names'

/** Months of receipt are the period of the form. */
const RECEIVED: readonly string[] = ['received_month', 'received_quarter', 'received_year']

/** Every dimension the measures of a question may be narrowed by, its values to tick. Offices as they are known by their codes. */
export function FilterChoices({
  t,
  action,
  workbench,
  offices,
}: {
  t: Translator
  action: string
  workbench: WorkbenchQuery
  offices: readonly { readonly code: string; readonly name: string }[]
}) {
  const { query } = workbench
  const shown = DIMENSIONS.filter(
    ({ code }) =>
      !RECEIVED.includes(code) &&
      query.measures.every((measure) => measureOf(measure)?.dimensions.includes(code) === true),
  )
  const names = new Set<string>(shown.map(({ code }) => code))
  const kept = [...workbenchAddress(workbench)].filter(([name]) => !names.has(name))
  return (
    <form method="get" action={action} className="stack">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className="hint">{t('statistics.narrow_hint')}</p>
      <div className="filter-groups">
        {shown.map((dimension) => (
          <Group key={dimension.code} t={t} dimension={dimension} query={query} offices={offices} />
        ))}
      </div>
      <div className="acts">
        <button className="btn">{t('common.show')}</button>
      </div>
    </form>
  )
}

function Group({
  t,
  dimension: { code },
  query,
  offices,
}: {
  t: Translator
  dimension: Dimension
  query: StatisticQuery
  offices: readonly { readonly code: string; readonly name: string }[]
}) {
  const chosen = query.filters.find(({ dimension }) => dimension === code)?.values ?? []
  const listed = code === 'office' ? offices.map((office) => office.code) : listedValues(code)
  const name = t(`statistics.dimension_${code}`)
  if (listed === null)
    return (
      <label className="field">
        {name}
        <input name={code} defaultValue={chosen.join(', ')} autoComplete="off" aria-describedby={`${code}-hint`} />
        <span className="hint" id={`${code}-hint`}>
          {t(code.endsWith('_year') ? 'statistics.filter_hint_year' : 'statistics.filter_hint_quarter')}
        </span>
      </label>
    )
  const values = [...listed, UNKNOWN]
  return (
    <fieldset>
      <legend>{name}</legend>
      {values.map((value) => (
        <label key={value} className="tickline">
          <input type="checkbox" name={code} value={value} defaultChecked={chosen.includes(value)} />{' '}
          {code === 'office' && value !== UNKNOWN
            ? (offices.find((office) => office.code === value)?.name ?? value)
            : valueName(t, code, value)}
        </label>
      ))}
    </fieldset>
  )
}
