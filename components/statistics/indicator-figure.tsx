import { DEFAULT_EARNINGS } from '@/lib/domain/fees/measures/earnings'
import { FEWEST_FOR_BOX, type ShownRecruitmentCost } from '@/lib/domain/statistics/shown-recruitment-cost'
import type { Translator } from '@/lib/i18n/translate'
import { tenthsText, wholeText } from './figure-text'
import { originName } from './origin-name'

const WIDTH = 600
const MOST_TICKS = 8
const STEPS = [1, 2, 5, 10, 20, 50, 100]

type Box = { readonly p25: number; readonly median: number; readonly p75: number }

/**
 * The middle half of the indicator as a box with its median, where at least thirty people stand behind it; the pay is that of
 * the first full month. Everything drawn is in the table above it.
 */
export function IndicatorFigure({ t, rows }: { t: Translator; rows: readonly ShownRecruitmentCost[] }) {
  const drawn = rows.map((row) => ({ row, box: boxOf(row) }))
  const largest = Math.max(0, ...drawn.map(({ box }) => (box === null ? 0 : box.p75 / 10)))
  if (largest === 0) return <p className="by">{t('statistics.rci_no_box', { people: FEWEST_FOR_BOX })}</p>
  const step = STEPS.find((candidate) => largest / candidate < MOST_TICKS) ?? largest
  const ticks = Array.from({ length: Math.floor(largest / step) + 1 }, (_, index) => index * step)
  const x = (tenths: number) => Math.round((tenths / (ticks.length * step * 10)) * WIDTH)
  const gridLines = ticks.map((tick) => `M${x(tick * 10)} 0V24`).join('')
  return (
    <figure className="fig">
      <table role="table" className="bars">
        <caption className="vh">{t('statistics.rci_figure_caption')}</caption>
        <tbody role="rowgroup">
          {drawn.map(({ row, box }) => (
            <tr role="row" key={row.origin}>
              <th role="rowheader" scope="row">
                {originName(t, row.origin)}
              </th>
              <td role="cell">
                {box === null ? (
                  <span className="by">{t('statistics.rci_not_drawn')}</span>
                ) : (
                  <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
                    <path className="gl" d={gridLines} />
                    <rect className="c1 soft" x={x(box.p25)} y="5" width={x(box.p75) - x(box.p25)} height="14" />
                    <path className="pub" d={`M${x(box.median)} 3v18`} />
                  </svg>
                )}
              </td>
              <td role="cell" className="n">
                {box === null ? null : (
                  <>
                    <span className="vh">{t('statistics.rci_median')} </span>
                    {tenthsText(box.median, t.locale)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr role="row">
            <td role="cell">&nbsp;</td>
            <td role="cell">
              <p className="axis ticks">
                {ticks.map((tick) => (
                  <span key={tick}>{wholeText(tick, t.locale)}</span>
                ))}
              </p>
            </td>
            <td role="cell">&nbsp;</td>
          </tr>
        </tfoot>
      </table>
      <p className="by">{t('statistics.rci_figure_axis')}</p>
    </figure>
  )
}

function boxOf({ indicator: { [DEFAULT_EARNINGS]: of } }: ShownRecruitmentCost): Box | null {
  const { p25, median, p75 } = of
  const isWhole = typeof p25 === 'number' && typeof median === 'number' && typeof p75 === 'number'
  return of.isBoxDrawn && isWhole ? { p25, median, p75 } : null
}
