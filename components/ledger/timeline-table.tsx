import { money, partialDate } from '@/components/case/words'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { monthsBetween, type Timeline, type TimelineEntry } from '@/lib/domain/fees/ledger/timeline'
import type { Translator } from '@/lib/i18n/translate'

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
    <ScrollRegion label={t('ledger.timeline_caption')}>
      <table className="grid slim">
        <caption className="vh">{t('ledger.timeline_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.column_when')}</th>
            <th scope="col">{t('ledger.column_what')}</th>
            <th scope="col">{t('ledger.timeline_kind')}</th>
            <th scope="col" className="n">
              {t('ledger.timeline_yen')}
            </th>
            <th scope="col" className="n">
              {t('ledger.timeline_month_of_work')}
            </th>
          </tr>
        </thead>
        <tbody>
          {timeline.entries.map((entry) => (
            <tr key={`${entry.sourceId} ${entry.part?.number ?? 0}`}>
              <td>{partialDate(t, entry.period) ?? t('cases.forgotten')}</td>
              <th scope="row">{nameOf(entry)}</th>
              <td>{t(`ledger.timeline_${entry.kind}`)}</td>
              <td className="n">{money(t, entry.jpy, 'JPY') ?? '–'}</td>
              <td className="n">{monthOfWork(timeline.worked, entry.period)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function monthOfWork(worked: Timeline['worked'], period: string | null): string {
  if (worked === null || period?.length !== 7 || period < worked.from || period > worked.to) return '–'
  return String(monthsBetween(worked.from, period))
}
