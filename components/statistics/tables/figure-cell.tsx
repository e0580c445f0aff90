import type { ReactNode } from 'react'
import type { ComparisonPoint } from '@/lib/domain/statistics/comparison/series'
import type { Interval } from '@/lib/domain/statistics/raw-table'
import type { MeasureUnit } from '@/lib/domain/statistics/registry/measures'
import type { Shown } from '@/lib/domain/statistics/released-table'
import type { Difference } from '@/lib/domain/statistics/workbench/difference'
import type { Translator } from '@/lib/i18n/translate'
import { differenceText, intervalText, numberText } from '../number-text'

/** A cell of a table of figures: held back (hatched), not there (–), or the figure with what it counts below. */
export function FigureCell({
  t,
  value,
  unit,
  text = numberText,
  remark,
  isMain = false,
}: {
  t: Translator
  value: Shown
  unit: MeasureUnit
  /** With its unit where no head says it. */
  text?: typeof numberText
  remark?: ReactNode
  isMain?: boolean
}) {
  if (value === 's') return <HeldBack t={t} />
  if (value === null) return <Nothing words={t('statistics.nobody')} />
  return (
    <td className={isMain ? 'n ours' : 'n'}>
      {text(value, unit, t)}
      {remark === undefined || remark === null ? null : <small>{remark}</small>}
    </td>
  )
}

/** Low and high of an interval, or of two quantiles. */
export function RangeCell({
  t,
  range,
  wider,
  unit,
  main,
  isMain = false,
}: {
  t: Translator
  range: Shown<Pick<Interval, 'low' | 'high'>>
  /** A second range, below the first. */
  wider?: Shown<Pick<Interval, 'low' | 'high'>>
  unit: MeasureUnit
  /** The figure that the interval is of, above it. */
  main?: Shown
  isMain?: boolean
}) {
  const below = (one: Shown<Pick<Interval, 'low' | 'high'>> | undefined) =>
    one === undefined || one === null
      ? null
      : one === 's'
        ? t('statistics.held_back_below')
        : intervalText(one, unit, t)
  if (main !== undefined) return <FigureCell t={t} value={main} unit={unit} remark={below(range)} isMain={isMain} />
  if (range === 's') return <HeldBack t={t} />
  if (range === null) return <Nothing words={t('statistics.nobody')} />
  return (
    <td className="n">
      {intervalText(range, unit, t)}
      {wider === undefined ? null : <small>{below(wider)}</small>}
    </td>
  )
}

/** A published figure, with the number of its footnote. */
export function PublishedCell({
  t,
  point,
  footnote,
}: {
  t: Translator
  point: ComparisonPoint | null
  footnote: number | null
}) {
  if (point === null) return <Nothing words={t('statistics.not_published')} />
  return (
    <td className="n theirs">
      {numberText(point.number, point.unit, t)}
      {footnote === null ? null : (
        <sup>
          <a href={`#note-${footnote}`} aria-label={t('statistics.footnote', { number: footnote })}>
            {footnote}
          </a>
        </sup>
      )}
    </td>
  )
}

/** How far ours lies from the other; · where there is nothing to take it from. */
export function DifferenceCell({ t, difference }: { t: Translator; difference: Difference | null }) {
  if (difference !== null) return <td className="n">{differenceText(difference, t)}</td>
  return (
    <td className="n mute">
      <span aria-hidden="true">·</span>
      <span className="vh">{t('statistics.no_difference')}</span>
    </td>
  )
}

/** Held back: `s` on a hatched cell, whatever the reason. */
export function HeldBack({ t }: { t: Translator }) {
  return (
    <td className="n ours sup">
      <span aria-hidden="true">s</span>
      <span className="vh">{t('statistics.held_back')}</span>
    </td>
  )
}

function Nothing({ words }: { words: string }) {
  return (
    <td className="n mute">
      <span aria-hidden="true">–</span>
      <span className="vh">{words}</span>
    </td>
  )
}
