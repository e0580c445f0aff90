import type { BreachRow } from '@/lib/domain/privacy/breach-file'
import { formatCount, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Row = Pick<BreachRow, 'id' | 'knownAt' | 'state' | 'people' | 'data' | 'nextDueAt'>

/** The register: when it was known, how it stands, and what is due next. */
export function BreachTable({ t, rows, at, here }: { t: Translator; rows: readonly Row[]; at: Date; here: string }) {
  return (
    <table className="grid cards stacked" role="table">
      <caption className="vh">{t('privacy.incidents_title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['known', 'state', 'people', 'data', 'due'] as const).map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`privacy.column_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, knownAt, state, people, data, nextDueAt }) => (
          <tr role="row" key={id}>
            <th role="rowheader" scope="row" className="full">
              <a href={`${here}/${id}`}>{formatInstant(knownAt, t.locale)}</a>
            </th>
            <td role="cell" data-label={t('privacy.column_state')}>
              {t(`privacy.state_${state}`)}
            </td>
            <td role="cell" data-label={t('privacy.column_people')}>
              {people === null ? t('privacy.not_known') : formatCount(people, t.locale)}
            </td>
            <td role="cell" data-label={t('privacy.column_data')}>
              {data.map((kind) => t(`privacy.data_${kind}`)).join(' · ')}
            </td>
            <td role="cell" data-label={t('privacy.column_due')} className={isLate(nextDueAt, at) ? 's4' : undefined}>
              {nextDueAt === null ? '' : formatInstant(nextDueAt, t.locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isLate = (dueAt: Date | null, at: Date): boolean => dueAt !== null && dueAt <= at
