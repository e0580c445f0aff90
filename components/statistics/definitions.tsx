import type { Measure } from '@/lib/domain/statistics/registry/measures'
import type { Translator } from '@/lib/i18n/translate'
import { definitionIn } from './answer-words'

/** What each measure of the page is: definition, formula, unit, whom it is about, where it comes from, what to mind. Open on paper. */
export function Definitions({
  t,
  measures,
  methodsHref,
}: {
  t: Translator
  measures: readonly Measure[]
  methodsHref: string
}) {
  return (
    <details className="onpaper" id="measured">
      <summary>{t('statistics.about_measures')}</summary>
      <dl className="stack">
        {measures.map((measure) => {
          const { name, about, formula, population, quality, source } = definitionIn(t, measure)
          return (
            <div key={measure.code}>
              <dt>
                <b>
                  <a href={`${methodsHref}#${measure.code}`}>{name}</a>
                </b>
              </dt>
              <dd>
                {about} {t('statistics.about_formula', { formula })}.{' '}
                {measure.unit === 'reports'
                  ? null
                  : t('statistics.in_unit', { unit: t(`statistics.unit_${measure.unit}`) })}{' '}
                {t('statistics.about_population', { population })}. {quality}{' '}
                {source === null ? null : t('statistics.about_source', { source })}
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
