import { Chips } from '@/components/ui/chips'
import { PRESETS, presetOf } from '@/lib/domain/statistics/workbench/presets'
import {
  compareCode,
  withoutValue,
  workbenchAddress,
  type WorkbenchQuery,
} from '@/lib/domain/statistics/workbench/address'
import { seriesOf } from '@/lib/domain/statistics/comparison/all-series'
import type { Translator } from '@/lib/i18n/translate'
import { valueName } from '@/lib/i18n/statistic-names'

/** The questions asked most as links, one tap to an answer. */
export function PresetLinks({ t, action, workbench }: { t: Translator; action: string; workbench: WorkbenchQuery }) {
  const code = compareCode(workbench.comparison)
  const current = presetOf(workbench.query, code === 'none' ? null : code)
  return (
    <nav className="views wrap" aria-label={t('statistics.preset_label')}>
      {PRESETS.map((preset) => {
        const series = preset.compare === null ? null : seriesOf(preset.compare)
        const comparison = series === null ? ({ kind: 'none' } as const) : ({ kind: 'series', series } as const)
        return (
          <a
            key={preset.code}
            href={`${action}?${workbenchAddress({ query: preset.query, comparison }).toString()}`}
            aria-current={preset === current ? 'page' : undefined}
          >
            {t(`statistics.preset_${preset.code}` as 'statistics.preset_survey')}
          </a>
        )
      })}
    </nav>
  )
}

/** What the question is narrowed to, each value a link that takes it away; on paper a sentence. */
export function AppliedFilters({ t, action, workbench }: { t: Translator; action: string; workbench: WorkbenchQuery }) {
  const { query, comparison } = workbench
  const chips = query.filters.flatMap(({ dimension, values }) =>
    values.map((value) => ({
      href: `${action}?${workbenchAddress({ query: withoutValue(query, dimension, value), comparison }).toString()}`,
      text: `${t(`statistics.dimension_${dimension}`)}: ${valueName(t, dimension, value)}`,
    })),
  )
  return (
    <>
      <Chips label={t('statistics.narrowed')} removeText={t('common.remove')} chips={chips} />
      {chips.length === 0 ? null : (
        <p className="paperonly">
          {t('statistics.only_narrowed', { filters: chips.map(({ text }) => text).join(' · ') })}
        </p>
      )}
    </>
  )
}
