import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { RuleGap } from '@/lib/domain/fees/rules/rule-change-gaps'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { caseCountText } from '@/lib/i18n/case-count'
import type { PreviewContent, PreviewTable } from './preview-state'
import { daysText, ruleDifferences, ruleFacts } from './rule-words'

/** What a change of a rule would add, in words: before beside after, version by version. */
export function previewOfRule(
  t: Translator,
  preview: {
    readonly before: FeeRule | null
    readonly added: readonly FeeRule[]
    readonly caseCount: number
    readonly gaps: readonly RuleGap[]
  },
  reason: string,
): PreviewContent {
  const { before, added, caseCount, gaps } = preview
  return {
    heading: t('settings.rule_preview', { count: added.length }),
    lines: [
      ...added.map((rule) => t('settings.rule_preview_version', { version: rule.version, days: daysText(t, rule) })),
      t('settings.rule_preview_reason', { reason }),
      caseCountText(t, caseCount),
    ],
    warnings: gaps.map(({ from, to }) =>
      t('settings.rule_gap', { from: formatDay(from, t.locale), to: formatDay(to, t.locale) }),
    ),
    tables: added.map((rule) => (before === null ? factsTable(t, rule) : differenceTable(t, before, rule))),
    tick: null,
    confirm: t('settings.rule_confirm'),
  }
}

function factsTable(t: Translator, rule: FeeRule): PreviewTable {
  return {
    caption: t('settings.rule_version_number', { version: rule.version }),
    columns: [t('settings.difference_part'), t('settings.difference_after')],
    rows: ruleFacts(t, rule).map(({ name, value }) => ({ cells: [name, value], isMarked: false })),
  }
}

function differenceTable(t: Translator, before: FeeRule, rule: FeeRule): PreviewTable {
  return {
    caption: t('settings.rule_differences', { from: before.version, to: rule.version }),
    columns: [t('settings.difference_part'), t('settings.difference_before'), t('settings.difference_after')],
    rows: ruleDifferences(t, before, rule).map((row) => ({
      cells: [row.name, row.before, row.after],
      isMarked: false,
    })),
  }
}
