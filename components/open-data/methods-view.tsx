import { Note } from '@/components/ui/note'
import { COMPARISON_SERIES } from '@/lib/domain/statistics/comparison/all-series'
import { definitionOf } from '@/lib/domain/statistics/definitions'
import { QUARTILE_REPORTERS } from '@/lib/domain/statistics/disclosure/rules'
import { LEAST_REPORTERS } from '@/lib/domain/statistics/organisations/organisation-measures'
import { publishedFigure, PUBLICATIONS, PUBLISHED_MEASURES } from '@/lib/domain/statistics/publications'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import { DEFAULT_LOCALE, isStaffLocale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import { PUBLIC_API } from './publication-list'
import { publicWords } from './public-words'

/** Methods in plain words, then every measure with its exact formula from the registry. */
export function MethodsView({ t }: { t: Translator }) {
  const least = DEFAULT_QUERY.threshold
  return (
    <>
      <div className="tight">
        <h1>{t('open_data.methods')}</h1>
        <Note tone="still">{t('open_data.warning')}</Note>
      </div>
      <section className="tight rule">
        <h2>{t('open_data.m_who_heading')}</h2>
        <p>{t('open_data.m_who')}</p>
      </section>
      <section className="tight rule">
        <h2>{t('open_data.m_protect_heading')}</h2>
        <p>{t('open_data.m_protect_few', { count: least })}</p>
        <p>{t('open_data.m_protect_more')}</p>
        <p>{t('open_data.m_protect_amounts', { count: QUARTILE_REPORTERS })}</p>
        <p>{t('open_data.m_protect_names', { count: LEAST_REPORTERS })}</p>
      </section>
      <section className="tight rule">
        <h2>{t('open_data.m_numbers_heading')}</h2>
        <p>{t('open_data.m_share')}</p>
        <p>{t('open_data.m_mean')}</p>
        <p>{t('open_data.m_interval')}</p>
        <p>{t('open_data.m_yen')}</p>
        <p>{t('open_data.m_law')}</p>
      </section>
      <Definitions t={t} />
      <section className="tight rule">
        <h2>{t('open_data.m_elsewhere_heading')}</h2>
        <p>{t('open_data.m_elsewhere')}</p>
        {shownSeries().map(({ id, title, publisher, period, caveats }) => (
          <p className="src" key={id}>
            {t('open_data.source', { title, publisher, period })} {caveats.map(publicWords(t).caveat).join(' ')}
          </p>
        ))}
      </section>
      <section className="tight rule">
        <h2>{t('open_data.m_use_heading')}</h2>
        <p>{t('open_data.licence')}</p>
        <p>
          <a href={`${PUBLIC_API}/measures?lang=${t.locale}`}>{t('open_data.for_programs')}</a>
        </p>
      </section>
    </>
  )
}

/** Formulas are written in the languages of the staff; elsewhere they stand in English. */
function Definitions({ t }: { t: Translator }) {
  const language = isStaffLocale(t.locale) ? t.locale : DEFAULT_LOCALE
  const words = publicWords(t)
  const saying = (key: string) => (t.has(key) ? t(key) : key)
  return (
    <section className="tight rule">
      <h2>{t('open_data.m_definitions')}</h2>
      <dl className="facts">
        {PUBLISHED_MEASURES.flatMap((code) => {
          const measure = measureOf(code)
          if (measure === null) return []
          const { formula, source } = definitionOf(measure, saying)
          const { name, about } = words.measure(code)
          return [
            <div key={code}>
              <dt>{name}</dt>
              <dd>
                {about}
                <p className="src">
                  {t('open_data.m_formula')}: <span lang={language}>{formula}</span>
                  {source === null ? null : <span lang="en"> {source}.</span>}
                </p>
              </dd>
            </div>,
          ]
        })}
      </dl>
    </section>
  )
}

/** The series that stand beside a number of some public table. */
function shownSeries() {
  const shown = new Set(
    PUBLICATIONS.flatMap(({ query: { measures, rows } }) =>
      measures.flatMap((measure) =>
        COMPARISON_SERIES.flatMap(({ points }) =>
          points.flatMap((point) => {
            const line = point.dimension === rows ? point.value : null
            return publishedFigure(measure, line === null ? null : rows, line)?.series ?? []
          }),
        ),
      ),
    ),
  )
  return COMPARISON_SERIES.filter((series) => shown.has(series))
}
