import type { Flow } from '@/lib/domain/statistics/charts/flow'
import { FEWEST_FOR_BOX } from '@/lib/domain/statistics/charts/spreads'
import type { MeasureUnit } from '@/lib/domain/statistics/registry/measures'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import type { BarWords } from './charts/bars-figure'
import type { FlowWords } from './charts/flow-figure'
import type { LineWords } from './charts/lines-figure'
import type { SpreadWords } from './charts/spread-figure'
import { axisNote, tickText } from './number-text'

/** The words of bars, in the language of the staff; `mark` names what stands beside ours. */
export function barWords(t: Translator, mark: string | null): Omit<BarWords, 'axis'> {
  return {
    ours: t('statistics.ours'),
    interval: t('statistics.legend_interval'),
    mark,
    heldBack: t('statistics.held_back'),
    nothing: t('statistics.picture_nothing'),
  }
}

export function spreadWords(t: Translator): Omit<SpreadWords, 'axis'> {
  return {
    box: t('statistics.legend_box'),
    whiskers: t('statistics.legend_whiskers'),
    notDrawn: {
      few: t('statistics.not_drawn_few', { people: FEWEST_FOR_BOX }),
      held_back: t('statistics.not_drawn_held'),
      nobody: t('statistics.not_drawn_nobody'),
    },
    heldBack: t('statistics.held_back'),
    nothing: t('statistics.picture_nothing'),
  }
}

export function lineWords(t: Translator, unit: MeasureUnit): LineWords {
  return {
    nothing: t('statistics.picture_nothing'),
    level: (value, end) => tickText(value, end, unit, t.locale),
    axis: (end) => axisNote(end, unit, t),
    gaps: t('statistics.gap_note'),
  }
}

export function flowWords(t: Translator, rows: string, columns: string): FlowWords {
  return {
    nothing: t('statistics.picture_nothing'),
    alt: ({ from, to, count }) =>
      t('statistics.flow_alt', { rows, columns, from, to, count: formatCount(count, t.locale) }),
    note: ({ bands, heldBack, leftOut }: Flow) =>
      t('statistics.flow_note', {
        drawn: formatCount(
          bands.reduce((sum, { count }) => sum + count, 0),
          t.locale,
        ),
        heldBack,
        leftOut,
      }),
  }
}
