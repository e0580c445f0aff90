import { money, partialDate } from '@/components/case/words'
import { monthsBetween, type Timeline, type TimelineEntry } from '@/lib/domain/fees/ledger/timeline'
import type { Translator } from '@/lib/i18n/translate'

const COLUMNS = [
  { name: 'ledger.column_what', className: undefined },
  { name: 'ledger.column_when', className: undefined },
  { name: 'ledger.timeline_kind', className: undefined },
  { name: 'ledger.timeline_yen', className: 'n' },
  { name: 'ledger.timeline_month_of_work', className: 'n' },
] as const

/** What the figure shows, in words: one row for each thing, with the month of work it fell into. */
export function TimelineTable({
  t,
  timeline,
  nameOf,
}: {
  t: Translator
  timeline: Timeline
  nameOf: (entry: TimelineEntry) => string
}) {
  return (
    <table className="grid ledger" role="table">
      <caption className="vh">{t('ledger.timeline_caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map(({ name, className }) => (
            <th key={name} role="columnheader" scope="col" className={className}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {timeline.entries.map((entry) => (
          <tr key={`${entry.sourceId} ${entry.part?.number ?? 0}`} role="row">
            <th role="rowheader" scope="row">
              {nameOf(entry)}
            </th>
            <td role="cell" data-label={t('ledger.column_when')}>
              {partialDate(t, entry.period) ?? t('cases.forgotten')}
            </td>
            <td role="cell" data-label={t('ledger.timeline_kind')}>
              {t(`ledger.timeline_${entry.kind}`)}
            </td>
            <td role="cell" className="n" data-label={t('ledger.timeline_yen')}>
              {money(t, entry.jpy, 'JPY') ?? '–'}
            </td>
            <td role="cell" className="n" data-label={t('ledger.timeline_month_of_work')}>
              {monthOfWork(timeline.worked, entry.period)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function monthOfWork(worked: Timeline['worked'], period: string | null): string {
  if (worked === null || period?.length !== 7 || period < worked.from || period > worked.to) return '–'
  return String(monthsBetween(worked.from, period))
}
