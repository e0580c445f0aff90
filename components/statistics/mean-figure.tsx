import type { ShownSurveyRow } from '@/lib/domain/statistics/shown-survey'
import type { Translator } from '@/lib/i18n/translate'
import { shownText, wholeText } from './figure-text'
import { originName } from './origin-name'

const WIDTH = 600
const STEPS = [50_000, 100_000, 200_000, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000]
const MOST_TICKS = 5

/** Mean paid to a sending organisation: a bar is ours, an upright mark is the survey's. The words are in the table around the shapes. */
export function MeanFigure({ t, rows }: { t: Translator; rows: readonly ShownSurveyRow[] }) {
  const drawn = rows.filter((row) => row.sendingAverage.jpy !== null || publishedOf(row) !== null)
  const largest = Math.max(1, ...drawn.flatMap((row) => [yenOf(row) ?? 0, publishedOf(row) ?? 0]))
  const step = STEPS.find((candidate) => largest / candidate < MOST_TICKS) ?? largest
  const ticks = Array.from({ length: Math.ceil(largest / step) }, (_, index) => index * step)
  const full = ticks.length * step
  const x = (yen: number) => Math.round((yen / full) * WIDTH)
  const gridLines = ticks.map((tick) => `M${x(tick)} 0V24`).join('')
  return (
    <figure className="fig">
      <ul className="legend">
        <li>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <rect className="c1 soft" y="3" width="20" height="8" />
          </svg>
          {t('statistics.ours')}
        </li>
        <li>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <path className="pub" d="M10 0v14" />
          </svg>
          {t('statistics.survey')}
        </li>
      </ul>
      <table role="table" className="bars">
        <caption className="vh">{t('statistics.figure_caption')}</caption>
        <tbody role="rowgroup">
          {drawn.map((row) => (
            <Bar key={row.origin} t={t} row={row} x={x} gridLines={gridLines} />
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr role="row">
            <td role="cell">&nbsp;</td>
            <td role="cell">
              <p className="axis ticks">
                {ticks.map((tick) => (
                  <span key={tick}>{wholeText(tick / 1000, t.locale)}</span>
                ))}
              </p>
            </td>
            <td role="cell">&nbsp;</td>
          </tr>
        </tfoot>
      </table>
      <p className="by">{t('statistics.figure_axis')}</p>
    </figure>
  )
}

function Bar({
  t,
  row,
  x,
  gridLines,
}: {
  t: Translator
  row: ShownSurveyRow
  x: (yen: number) => number
  gridLines: string
}) {
  const yen = yenOf(row)
  const published = publishedOf(row)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {originName(t, row.origin)}{' '}
        <span className="mute">
          {t('statistics.n_over', {
            people: shownText(row.sendingAverage.people, (people) => wholeText(people, t.locale)),
          })}
        </span>
      </th>
      <td role="cell">
        <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
          <path className="gl" d={gridLines} />
          {yen === null ? null : <rect className="c1 soft" y="6" width={x(yen)} height="12" />}
          {published === null ? null : <path className="pub" d={`M${x(published)} 3v18`} />}
        </svg>
        {published === null ? null : (
          <span className="vh">{t('statistics.survey_says', { yen: wholeText(published, t.locale) })}</span>
        )}
      </td>
      <td role="cell" className={row.sendingAverage.jpy === 's' ? 'n sup' : 'n'}>
        {shownText(row.sendingAverage.jpy, (value) => wholeText(value, t.locale))}
      </td>
    </tr>
  )
}

function yenOf({ sendingAverage: { jpy } }: ShownSurveyRow): number | null {
  return typeof jpy === 'bigint' ? Number(jpy) : null
}

/** Doubtful figures stay off charts. */
function publishedOf({ sendingAverage: { publishedJpy } }: ShownSurveyRow): number | null {
  return publishedJpy === null || publishedJpy.isDoubtful === true ? null : publishedJpy.value
}
