import { CORRIDOR_CODES } from '@/lib/domain/corridor'
import { COMPARISON_SERIES } from '@/lib/domain/statistics/comparison/all-series'
import { compareCode, corridorsOf, type Comparison } from '@/lib/domain/statistics/workbench/address'
import type { Translator } from '@/lib/i18n/translate'
import { valueName } from '@/lib/i18n/statistic-names'
import { Choice, MonthField } from './fields'

/** What to compare with, and the months or the corridor of the second question. */
export function CompareFields({
  t,
  comparison,
  corridors,
}: {
  t: Translator
  comparison: Comparison
  /** Those of the question itself. */
  corridors: readonly string[]
}) {
  const code = compareCode(comparison)
  const period = comparison.kind === 'period' ? comparison.query : { from: null, to: null }
  const corridor = comparison.kind === 'corridor' ? (corridorsOf(comparison.query)[0] ?? '') : ''
  return (
    <>
      <label className="wide">
        {t('statistics.choose_compare')}
        <select key={code} name="compare" defaultValue={code} autoComplete="off">
          <option value="none">{t('statistics.compare_none')}</option>
          <optgroup label={t('statistics.compare_ours')}>
            <option value="period">{t('statistics.compare_period')}</option>
            <option value="corridor">{t('statistics.compare_corridor')}</option>
          </optgroup>
          <optgroup label={t('statistics.compare_published')}>
            {COMPARISON_SERIES.filter(({ points }) => points.length > 0).map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <MonthField label={t('statistics.compare_from')} name="compare_from" value={period.from} />
      <MonthField label={t('statistics.compare_to')} name="compare_to" value={period.to} />
      <Choice
        label={t('statistics.compare_corridor_choose')}
        name="compare_corridor"
        value={corridor}
        options={[
          { value: '', text: t('statistics.choose_none') },
          ...CORRIDOR_CODES.filter((one) => !corridors.includes(one)).map((value) => ({
            value,
            text: valueName(t, 'corridor', value),
          })),
        ]}
      />
    </>
  )
}
