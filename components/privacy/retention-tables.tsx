import { KEPT_KINDS, RETENTION } from '@/lib/domain/retention/periods'
import type { PlanLine } from '@/lib/domain/retention/plan'
import { formatCount, formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { keptText, kindText } from './kept-words'

/** What goes, by kind and office: at once, later, and when next. */
export function PlanTable({ t, lines }: { t: Translator; lines: readonly (PlanLine & { readonly office: string })[] }) {
  return (
    <table className="grid cards stacked" role="table">
      <caption className="vh">{t('privacy.plan_heading')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['kind', 'office', 'now', 'later', 'next'] as const).map((name) => (
            <th
              role="columnheader"
              scope="col"
              key={name}
              className={name === 'now' || name === 'later' ? 'n' : undefined}
            >
              {t(`privacy.column_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ kind, officeId, office, now, later, nextOn }) => (
          <tr role="row" key={`${kind} ${officeId}`}>
            <th role="rowheader" scope="row" className="full">
              {kindText(t, kind)}
            </th>
            <td role="cell" data-label={t('privacy.column_office')}>
              {office}
            </td>
            <td role="cell" className="n" data-label={t('privacy.column_now')}>
              {formatCount(now, t.locale)}
            </td>
            <td role="cell" className="n" data-label={t('privacy.column_later')}>
              {formatCount(later, t.locale)}
            </td>
            <td role="cell" data-label={t('privacy.column_next')}>
              {nextOn === null ? '' : <time dateTime={nextOn}>{formatDay(nextOn, t.locale)}</time>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Every kind of thing that is kept: how long, from when, what then, and why. */
export function PeriodTable({ t }: { t: Translator }) {
  return (
    <table className="grid cards stacked" role="table">
      <caption className="vh">{t('privacy.periods_heading')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['kind', 'kept', 'ending', 'basis'] as const).map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`privacy.column_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {KEPT_KINDS.map((kind) => {
          const { kept, from, ending, basis, job } = RETENTION[kind]
          return (
            <tr role="row" key={kind}>
              <th role="rowheader" scope="row" className="full">
                {kindText(t, kind)}
              </th>
              <td role="cell" data-label={t('privacy.column_kept')}>
                {keptText(t, kept)}
                <small>{t(`privacy.from_${from}`)}</small>
              </td>
              <td role="cell" data-label={t('privacy.column_ending')}>
                {t(`privacy.ending_${ending}`)}
                {job === 'retention' ? <small>{t('privacy.after_confirmation')}</small> : null}
              </td>
              <td role="cell" data-label={t('privacy.column_basis')}>
                {t(`privacy.basis_${basis}`)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
