import { Tag } from '@/components/ui/tag'
import type { Criterion } from '@/lib/domain/learning/kpis'
import type { ShownKpi } from '@/lib/domain/learning/shown-kpis'
import type { Translator } from '@/lib/i18n/translate'
import { formulaWords, kpiName, outOf, partName, valueWords } from './kpi-words'

/** The measures of one criterion: the value, what it is out of, and how it is worked out. On a phone a row is a card. */
export function KpiTable({ t, criterion, kpis }: { t: Translator; criterion: Criterion; kpis: readonly ShownKpi[] }) {
  return (
    <section className="stack" aria-labelledby={criterion}>
      <h2 id={criterion}>{t(`learning.criterion_${criterion}`)}</h2>
      <table className="grid cards" role="table">
        <caption className="vh">{t(`learning.criterion_${criterion}`)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['measure', 'value', 'out_of', 'formula'] as const).map((name) => (
              <th role="columnheader" scope="col" key={name}>
                {t(`learning.column_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {kpis.map((shown) => (
            <tr role="row" key={shown.kpi.code}>
              <th role="rowheader" scope="row" className="full">
                {kpiName(t, shown.kpi.code)}
                <small>{t(`learning.shown_to_${shown.kpi.shownTo}`)}</small>
              </th>
              <td role="cell">
                <Values t={t} shown={shown} />
                {shown.isMet === null ? null : (
                  <Tag tone={shown.isMet ? 'within' : 'likely'} pictogram={shown.isMet ? 'check' : 'clock'}>
                    {t(shown.isMet ? 'learning.target_met' : 'learning.target_open')}
                  </Tag>
                )}
              </td>
              <td role="cell">
                <Bases t={t} shown={shown} />
              </td>
              <td role="cell" className="full">
                {formulaWords(t, shown.kpi.code)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Values({ t, shown: { kpi, values } }: { t: Translator; shown: ShownKpi }) {
  if (values.length === 0) return <p>{t('learning.nothing_yet')}</p>
  return (
    <ul className="plain">
      {values.map((value) => (
        <li key={value.part ?? ''}>
          {value.part === null ? null : `${partName(t, kpi, value.part)}: `}
          {value.held ? t('learning.held_back') : <b>{valueWords(t, kpi, value)}</b>}
        </li>
      ))}
    </ul>
  )
}

function Bases({ t, shown: { kpi, values } }: { t: Translator; shown: ShownKpi }) {
  return (
    <ul className="plain">
      {values.map((value) => (
        <li key={value.part ?? ''}>{value.held ? '–' : outOf(t, kpi, value)}</li>
      ))}
    </ul>
  )
}
