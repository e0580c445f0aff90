import type { Measure } from '@/lib/domain/statistics/registry/measures'
import type { ReleasedCell } from '@/lib/domain/statistics/released-table'
import type { Translator } from '@/lib/i18n/translate'
import { shownNumber } from './number-text'

/** How many stand behind a figure: of a share those who have it, of those who answered; of an amount those who have one. Null: not told. */
export function countText({ hits, base, reporters }: ReleasedCell, { form }: Measure, t: Translator): string | null {
  const heads = (count: ReleasedCell['base']) => shownNumber(count, 'reports', t)
  if (base === 's') return null
  switch (form) {
    case 'count':
      return null
    case 'share':
      return hits === 's'
        ? t('statistics.n_over', { people: heads(base) })
        : t('statistics.n_of', { people: heads(hits), of: heads(base) })
    case 'amount':
    case 'ratio':
      return t('statistics.n_over', { people: heads(base) })
    case 'desk':
      return t('statistics.n_over', { people: heads(reporters) })
    default:
      return form satisfies never
  }
}
