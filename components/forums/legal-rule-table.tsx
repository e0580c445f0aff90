import { jurisdictionText } from '@/components/settings/rule-words'
import type { LegalRule } from '@/lib/domain/forums/legal-rule'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { claimList, durationWords, forumName, periodWords } from './forum-words'

const COLUMNS = ['what', 'about', 'source', 'read'] as const

/** The rules on forums and time limits, one row each. */
export function LegalRuleTable({ t, base, rules }: { t: Translator; base: string; rules: readonly LegalRule[] }) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('forums.rules_title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`forums.rule_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rules.map((rule) => (
          <tr role="row" key={rule.id}>
            <th role="rowheader" scope="row" className="full">
              <a href={`${base}/${rule.id}`}>{ruleName(t, rule)}</a>
              <small>
                {jurisdictionText(t, rule.jurisdiction)} · {rule.id}
                {rule.isWithdrawn ? ` · ${t('forums.rule_withdrawn')}` : ''}
              </small>
            </th>
            <td role="cell">{claimList(t, rule.claims)}</td>
            <td role="cell">
              <span lang="en">
                {rule.source.article === null ? rule.source.title : `${rule.source.title}, ${rule.source.article}`}
              </span>
            </td>
            <td role="cell">
              {formatDay(rule.verification.readOn, t.locale)}
              <small>
                {t(
                  rule.verification.isVerified
                    ? 'forums.source_read'
                    : `forums.source_unread_${rule.verification.confidence}`,
                )}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Labour tribunal (2 to 4 months)", "3 years from the payment". */
export function ruleName(t: Translator, rule: LegalRule): string {
  return rule.kind === 'forum'
    ? t('forums.rule_name_forum', { body: forumName(t, rule.body), months: durationWords(t, rule) })
    : t('forums.rule_name_limit', { period: periodWords(t, rule.period), start: t(`forums.start_${rule.start}`) })
}
