import type { ReactNode } from 'react'
import type { Measure } from '@/lib/domain/statistics/registry/measures'
import type { Translator } from '@/lib/i18n/translate'
import { definitionIn } from '../answer-words'

/** A measure of the registry with everything that is said of it; its code is the anchor that tables lead to. */
export function MeasureDefinition({ t, measure, askHref }: { t: Translator; measure: Measure; askHref: string }) {
  const { code, name, about, formula, population, dimensions, source, quality } = definitionIn(t, measure)
  const facts: (readonly [string, ReactNode])[] = [
    [t('statistics.methods_definition'), about],
    [t('statistics.methods_formula'), formula],
    [t('statistics.methods_unit'), t(`statistics.unit_${measure.unit}`)],
    [t('statistics.methods_population'), population],
    [
      t('statistics.methods_dimensions'),
      dimensions.length === 0
        ? t('statistics.methods_no_dimensions')
        : dimensions.map((dimension) => dimension.name).join(' · '),
    ],
    [t('statistics.methods_source'), source ?? t('statistics.methods_source_ours')],
    [t('statistics.methods_quality'), quality],
    [
      t('statistics.methods_where'),
      measure.isPublic ? t('statistics.methods_public') : t('statistics.methods_ours_only'),
    ],
    [t('statistics.methods_code'), <code key="code">{code}</code>],
  ]
  return (
    <section className="definition" id={code} aria-labelledby={`${code}-name`}>
      <h3 id={`${code}-name`}>{name}</h3>
      <dl className="facts">
        {facts.map(([fact, said]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="noprint">
        <a href={askHref} aria-describedby={`${code}-name`}>
          {t('statistics.methods_ask')}
        </a>
      </p>
    </section>
  )
}
