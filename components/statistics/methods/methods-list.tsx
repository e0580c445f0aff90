import { COMPARISON_SERIES } from '@/lib/domain/statistics/comparison/all-series'
import { QUARTILE_REPORTERS, TENTH_REPORTERS } from '@/lib/domain/statistics/disclosure/rules'
import { RESAMPLES } from '@/lib/domain/statistics/intervals/mean-interval'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import { MEASURE_GROUPS } from '@/lib/domain/statistics/registry/measures'
import type { Translator } from '@/lib/i18n/translate'
import { seriesText } from '../series-text'
import { MeasureDefinition } from './measure-definition'

const INTERVALS = ['clopper_pearson', 'binomial_order', 'bootstrap', 'normal'] as const

/** The registry as a page: every measure by group, then signs, intervals, and what others published. `action`: where a measure is asked for. */
export function MethodsList({ t, action }: { t: Translator; action: string }) {
  return (
    <>
      <nav className="views wrap" aria-label={t('statistics.methods_groups')}>
        {MEASURE_GROUPS.map((group) => (
          <a key={group} href={`#group-${group}`}>
            {t(`statistics.group_${group}`)}
          </a>
        ))}
        <a href="#signs">{t('statistics.methods_signs')}</a>
      </nav>
      <p>{t('statistics.methods_received')}</p>
      {MEASURE_GROUPS.map((group) => (
        <section key={group} className="block registry" id={`group-${group}`} aria-labelledby={`group-${group}-name`}>
          <h2 id={`group-${group}-name`}>{t(`statistics.group_${group}`)}</h2>
          <div className="definitions">
            {MEASURES.filter((measure) => measure.group === group).map((measure) => (
              <MeasureDefinition
                key={measure.code}
                t={t}
                measure={measure}
                askHref={`${action}?measure=${measure.code}${measure.dimensions.includes('origin') ? '&rows=origin' : ''}`}
              />
            ))}
          </div>
        </section>
      ))}
      <Signs t={t} />
    </>
  )
}

function Signs({ t }: { t: Translator }) {
  return (
    <section className="block" id="signs" aria-labelledby="signs-heading">
      <h2 id="signs-heading">{t('statistics.methods_signs')}</h2>
      <ul className="notes">
        <li>{t('statistics.note_threshold', { threshold: DEFAULT_QUERY.threshold })}</li>
        <li>{t('statistics.methods_quantiles', { quartile: QUARTILE_REPORTERS, tenth: TENTH_REPORTERS })}</li>
        <li>{t('statistics.note_n')}</li>
        <li>{t('statistics.note_multiple')}</li>
        {INTERVALS.map((method) => (
          <li key={method}>{t(`statistics.method_${method}`, { resamples: RESAMPLES })}</li>
        ))}
      </ul>
      <h3>{t('statistics.methods_series')}</h3>
      <ul className="notes">
        {COMPARISON_SERIES.filter(({ points }) => points.length > 0).map((series) => (
          <li key={series.id}>{seriesText(t, series)}</li>
        ))}
      </ul>
    </section>
  )
}
