import { codeWord, money, partialDate } from '@/components/case/words'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import {
  monthsBetween,
  TIMELINE_KINDS,
  type Timeline,
  type TimelineEntry,
  type TimelineKind,
} from '@/lib/domain/fees/ledger/timeline'
import type { Translator } from '@/lib/i18n/translate'
import { sayWhat } from './line-words'
import { sayLender } from './loan-words'
import { TimelineTable } from './timeline-table'

const MONTH = 10
const HEIGHT = 40
/** As many year marks as fit a phone. */
const MOST_TICKS = 5

/** Payments, loans and deductions against the months worked: one scale of time and one of yen for all rows, and a table of the same. */
export function TimelineFigure({
  t,
  ledger,
  timeline,
  fees,
}: {
  t: Translator
  ledger: Ledger
  timeline: Timeline
  fees: string
}) {
  const { years, entries, worked } = timeline
  if (years === null) return null
  const step = Math.ceil((years.to - years.from + 1) / MOST_TICKS)
  const ticks = Array.from(
    { length: Math.ceil((years.to - years.from + 1) / step) },
    (_, index) => years.from + index * step,
  )
  const width = ticks.length * step * 12 * MONTH
  const x = (month: string) => (monthsBetween(`${years.from}-01`, month) - 1) * MONTH
  const highest = highestMonth(entries)
  const kinds = TIMELINE_KINDS.filter((kind) => entries.some((entry) => entry.kind === kind))
  const gridLines = ticks.map((_, index) => `M${index * step * 12 * MONTH} 0V${HEIGHT}`).join('')
  return (
    <section className="block" id="timeline">
      <h2>{t('ledger.timeline_heading')}</h2>
      <figure className="fig">
        <table role="table" className="bars timeline">
          <caption className="vh">{t('ledger.timeline_caption')}</caption>
          <tbody role="rowgroup">
            {kinds.map((kind) => (
              <tr role="row" key={kind}>
                <th role="rowheader" scope="row">
                  {t(`ledger.timeline_${kind}`)}
                </th>
                <td role="cell" aria-label={t('ledger.timeline_bars')}>
                  <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                    <path className="gl" d={gridLines} />
                    <Bars kind={kind} entries={entries} x={x} highest={highest} />
                  </svg>
                </td>
                <td role="cell" className="n">
                  {money(t, totalOf(entries, kind), 'JPY')}
                </td>
              </tr>
            ))}
            {worked === null ? null : (
              <tr role="row">
                <th role="rowheader" scope="row">
                  {t('ledger.timeline_worked')}
                </th>
                <td role="cell" aria-label={t('ledger.timeline_bars')}>
                  <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                    <path className="gl" d={gridLines} />
                    <rect
                      className="c1 soft"
                      x={x(worked.from)}
                      y={HEIGHT / 2 - 8}
                      width={x(worked.to) - x(worked.from) + MONTH}
                      height="16"
                    />
                  </svg>
                </td>
                <td role="cell" className="n">
                  {t('ledger.months', { count: monthsBetween(worked.from, worked.to) })}
                </td>
              </tr>
            )}
          </tbody>
          <tfoot aria-hidden="true">
            <tr role="row">
              <td role="cell">&nbsp;</td>
              <td role="cell">
                <p className="axis ticks">
                  {ticks.map((year) => (
                    <span key={year}>{year}</span>
                  ))}
                </p>
              </td>
              <td role="cell">&nbsp;</td>
            </tr>
          </tfoot>
        </table>
        <figcaption className="by">
          {worked === null
            ? t('ledger.timeline_work_unknown')
            : t(worked.isOngoing ? 'ledger.timeline_ongoing' : 'ledger.timeline_ended', {
                from: partialDate(t, worked.from) ?? '',
                to: partialDate(t, worked.to) ?? '',
              })}{' '}
          {t('ledger.timeline_note')}
          {worked === null ? (
            <a className="noprint" href={`${fees}/placement`}>
              {' '}
              {t('ledger.missing_answer')}
              <span className="vh">: {t('ledger.field_started')}</span>
            </a>
          ) : null}
        </figcaption>
      </figure>
      <TimelineTable t={t} timeline={timeline} nameOf={(entry) => sayEntry(t, ledger, entry)} />
    </section>
  )
}

/** Months as upright bars; a year of which the month is forgotten as a hatched band over the whole year. */
function Bars({
  kind,
  entries,
  x,
  highest,
}: {
  kind: TimelineKind
  entries: readonly TimelineEntry[]
  x: (month: string) => number
  highest: bigint
}) {
  const periods = sumByPeriod(entries.filter((entry) => entry.kind === kind))
  return [...periods].map(([period, jpy]) => {
    const isYear = period.length === 4
    const left = x(isYear ? `${period}-01` : period)
    const span = isYear ? 12 * MONTH : MONTH
    const height = jpy === null ? 0 : Math.max(2, Number((jpy * BigInt(HEIGHT)) / highest))
    const fill = kind === 'borrowed' ? 'all' : 'over'
    if (jpy === null) return <path key={period} className="ci" d={`M${left} ${HEIGHT - 1}h${span}`} />
    return (
      <g key={period}>
        <rect className={fill} x={left} y={HEIGHT - height} width={span} height={height} />
        {isYear ? <path className="hatch" d={hatches(left, span, height)} /> : null}
      </g>
    )
  })
}

function hatches(left: number, span: number, height: number): string {
  return Array.from(
    { length: Math.floor(span / 10) },
    (_, index) => `M${left + 10 * (index + 1)} ${HEIGHT - height}l-5 ${height}`,
  ).join('')
}

function sumByPeriod(entries: readonly TimelineEntry[]): Map<string, bigint | null> {
  const sums = new Map<string, bigint | null>()
  for (const { period, jpy } of entries) {
    if (period === null) continue
    const before = sums.get(period) ?? null
    sums.set(period, jpy === null ? before : (before ?? 0n) + jpy)
  }
  return sums
}

function highestMonth(entries: readonly TimelineEntry[]): bigint {
  const sums = TIMELINE_KINDS.flatMap((kind) => [
    ...sumByPeriod(entries.filter((entry) => entry.kind === kind)).values(),
  ])
  return sums.reduce<bigint>((most, jpy) => (jpy !== null && jpy > most ? jpy : most), 1n)
}

function totalOf(entries: readonly TimelineEntry[], kind: TimelineKind): bigint {
  return entries.reduce((sum, entry) => sum + (entry.kind === kind ? (entry.jpy ?? 0n) : 0n), 0n)
}

function sayEntry(t: Translator, { lines, loans, wages }: Ledger, { sourceId, part }: TimelineEntry): string {
  const line = lines.find(({ id }) => id === sourceId)
  const loan = loans.find(({ id }) => id === sourceId)
  const wage = wages.find(({ id }) => id === sourceId)
  const name = line ? sayWhat(t, line) : loan ? sayLender(t, loan) : wage ? codeWord(t, 'wage_fact', wage.kind) : ''
  return part === null ? name : t('ledger.timeline_part', { name, number: part.number, of: part.of })
}
