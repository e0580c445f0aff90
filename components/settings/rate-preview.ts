import type { RateDifference } from '@/lib/domain/money/rate-changes'
import type { RateProblem } from '@/lib/domain/money/rate-file'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { caseCountText } from '@/lib/i18n/case-count'
import type { PreviewContent, PreviewTable } from './preview-state'
import { differenceText, periodText, rateText } from './rate-words'

/** A person looks at so many rows; the counts above say the rest. */
const ROWS_SHOWN = 200
const PROBLEMS_SHOWN = 50

type Previewed = {
  readonly added: readonly RateDifference[]
  readonly changed: readonly RateDifference[]
  readonly sameCount: number
  readonly tooFar: readonly RateProblem[]
  readonly sha256: string
  readonly caseCount: number
}

/** What a file with rates would change, in words. */
export function previewOfRates(t: Translator, preview: Previewed): PreviewContent {
  const { added, changed, sameCount, tooFar, sha256, caseCount } = preview
  const isNothing = added.length + changed.length === 0
  const toLookAt = [...added, ...changed].filter(({ isToLookAt }) => isToLookAt).length
  return {
    heading: t(isNothing ? 'settings.rates_preview_nothing' : 'settings.rates_preview'),
    lines: [
      t('settings.rates_preview_counts', { added: added.length, changed: changed.length, same: sameCount }),
      ...(isNothing ? [] : [caseCountText(t, caseCount), t('settings.rates_kept')]),
      t('settings.rates_fingerprint', { sha256 }),
    ],
    warnings: [
      ...(toLookAt === 0 ? [] : [t('settings.rates_look_at', { count: toLookAt })]),
      ...problemTexts(t, tooFar),
    ],
    tables: [tableOf(t, 'changed', changed), tableOf(t, 'added', added)].filter(({ rows }) => rows.length > 0),
    tick:
      tooFar.length === 0
        ? null
        : { name: 'isFarAllowed', text: t('settings.rates_far'), help: t('settings.rates_far_help') },
    confirm: isNothing ? null : t('settings.rates_confirm'),
  }
}

/** Problems with their lines, the first fifty. */
export function problemTexts(t: Translator, problems: readonly RateProblem[]): readonly string[] {
  const shown = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ line, code, params }) =>
      t('settings.rates_at_line', { line: String(line), problem: t(`settings.rate_problem_${code}`, params) }),
    )
  const rest = problems.length - shown.length
  return rest === 0 ? shown : [...shown, t('settings.rates_more_problems', { count: rest })]
}

function tableOf(t: Translator, kind: 'added' | 'changed', differences: readonly RateDifference[]): PreviewTable {
  const inOrder = [
    ...differences.filter(({ isToLookAt }) => isToLookAt),
    ...differences.filter(({ isToLookAt }) => !isToLookAt),
  ]
  return {
    caption: t(`settings.rates_table_${kind}`, {
      count: differences.length,
      shown: formatCount(Math.min(ROWS_SHOWN, differences.length), t.locale),
    }),
    columns: [
      t('settings.rates_column_currency'),
      t(`settings.rates_beside_${kind}`),
      t('settings.rates_column_new'),
      t('settings.rates_column_difference'),
      t('settings.rates_column_source'),
    ],
    rows: inOrder.slice(0, ROWS_SHOWN).map(({ rate, beside, tenthsOfPercent, isToLookAt }) => ({
      cells: [
        `${rate.currency}, ${periodText(rate.period, t.locale)}`,
        beside === null ? '–' : besideText(t, kind, beside),
        rateText(rate.unitsPerUsd, t.locale),
        differenceText(tenthsOfPercent, t.locale),
        rate.source,
      ],
      isMarked: isToLookAt,
    })),
  }
}

function besideText(t: Translator, kind: 'added' | 'changed', beside: NonNullable<RateDifference['beside']>): string {
  const rate = rateText(beside.unitsPerUsd, t.locale)
  return kind === 'changed' ? rate : `${rate} (${periodText(beside.period, t.locale)})`
}
