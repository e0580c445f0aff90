import type { Measure } from '@/lib/domain/statistics/registry/measures'
import type { Translator } from '@/lib/i18n/translate'
import { definitionIn } from './answer-words'

/** What each measure of the page is: definition, formula, whom it is about, where it comes from, what to mind. */
export function Definitions({ t, measures }: { t: Translator; measures: readonly Measure[] }) {
  return (
    <details className="noprint">
      <summary>{t('statistics.about_measures')}</summary>
      <dl className="stack">
        {measures.map((measure) => {
          const { name, about, formula, population, quality, source } = definitionIn(t, measure)
          return (
            <div key={measure.code}>
              <dt>
                <b>{name}</b>
              </dt>
              <dd>
                {about} {t('statistics.about_formula', { formula })}. {t('statistics.about_population', { population })}
                . {quality} {source === null ? null : t('statistics.about_source', { source })}
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
