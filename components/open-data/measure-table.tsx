import { ScrollRegion } from '@/components/ui/scroll-region'
import type { PublicCell, PublicTable } from '@/lib/domain/statistics/open-data/public-table'
import type { MessageKey } from '@/lib/i18n/message-key'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { unitText, valueHead } from './cell-text'
import { ShownNumber } from './shown-number'

type Measure = PublicTable['measures'][number]

/** One measure of a public table: for each line the number, its interval, who stands behind it, and what others published. */
export function MeasureTable({ t, table, measure }: { t: Translator; table: PublicTable; measure: Measure }) {
  const { form, unit, code } = measure
  const cells = new Map(table.cells.filter((cell) => cell.measure === code).map((cell) => [cell.row, cell]))
  const others = new Map(table.published_elsewhere.flatMap((one) => (one.measure === code ? [[one.row, one]] : [])))
  const inUnit = (value: number) => unitText(value, unit, t.locale)
  const heads: readonly MessageKey[] = [
    valueHead(form),
    ...(form === 'count' ? [] : (['open_data.head_interval'] as const)),
    ...(form === 'amount' ? (['open_data.head_median', 'open_data.head_middle'] as const) : []),
    ...(form === 'count' ? [] : (['open_data.head_n', 'open_data.head_missing'] as const)),
    ...(others.size === 0 ? [] : (['open_data.head_elsewhere'] as const)),
  ]
  const count = (value: number) => formatCount(value, t.locale)
  return (
    <ScrollRegion label={measure.name}>
      <table className="grid">
        <caption className="vh">{measure.name}</caption>
        <thead>
          <tr>
            <th scope="col">{table.rows?.name ?? t('open_data.total')}</th>
            {heads.map((head) => (
              <th scope="col" className="n" key={head}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(t, table).map(({ code: row, label }) => {
            const cell = cells.get(row) ?? NOBODY
            return (
              <tr key={row ?? ''} className={row === null ? 'all' : undefined}>
                <th scope="row">{label}</th>
                <ShownNumber t={t} value={form === 'count' ? (cell.value ?? 0) : cell.value} text={inUnit} />
                {form === 'count' ? null : (
                  <Between t={t} low={cell.interval_low} high={cell.interval_high} text={inUnit} />
                )}
                {form === 'amount' ? (
                  <>
                    <ShownNumber t={t} value={cell.median} text={inUnit} />
                    <Between t={t} low={cell.p25} high={cell.p75} text={inUnit} />
                  </>
                ) : null}
                {form === 'count' ? null : (
                  <>
                    <ShownNumber t={t} value={cell.n ?? 0} text={count} />
                    <ShownNumber t={t} value={cell.missing ?? 0} text={count} />
                  </>
                )}
                {others.size === 0 ? null : <Elsewhere t={t} found={others.get(row)} text={inUnit} />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** The lines of a table, the total last. */
export function linesOf(t: Translator, { rows }: PublicTable): readonly { code: string | null; label: string }[] {
  return [...(rows?.values ?? []), { code: null, label: t('open_data.total') }]
}

/** What stands where no cell is: nobody. */
export const NOBODY: Pick<
  PublicCell,
  'value' | 'n' | 'missing' | 'interval_low' | 'interval_high' | 'median' | 'p25' | 'p75'
> = {
  value: null,
  n: null,
  missing: null,
  interval_low: null,
  interval_high: null,
  median: null,
  p25: null,
  p75: null,
}

function Between({
  t,
  low,
  high,
  text,
}: {
  t: Translator
  low: PublicCell['p25']
  high: PublicCell['p75']
  text: (value: number) => string
}) {
  if (typeof low !== 'number' || typeof high !== 'number')
    return <ShownNumber t={t} value={low === 's' || high === 's' ? 's' : null} text={text} />
  return (
    <td className="n">
      {text(low)} – {text(high)}
    </td>
  )
}

function Elsewhere({
  t,
  found,
  text,
}: {
  t: Translator
  found: PublicTable['published_elsewhere'][number] | undefined
  text: (value: number) => string
}) {
  if (found === undefined) return <td className="n">–</td>
  return (
    <td className="n theirs">
      {text(found.value)}
      {found.is_doubtful ? <small>{t('open_data.doubtful')}</small> : null}
      {found.is_rounded && !found.is_doubtful ? <small>{t('open_data.rounded')}</small> : null}
    </td>
  )
}
