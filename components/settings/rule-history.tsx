import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { DifferenceTable } from './difference-table'
import { ruleDifferences } from './rule-words'

export type HistoryVersion = {
  readonly rule: FeeRule
  readonly isLive: boolean
  readonly isShipped: boolean
  readonly madeBy: string | null
  readonly reason: string | null
  readonly madeAt: Date
}

/** Every version, the latest first: who made it, why and when, and what it says differently from the one before. */
export function RuleHistory({ t, versions }: { t: Translator; versions: readonly HistoryVersion[] }) {
  return (
    <section className="block" aria-labelledby="versions-heading">
      <h2 id="versions-heading">{t('settings.rule_versions', { count: versions.length })}</h2>
      {versions.map((version) => {
        const before = versions.find(({ rule }) => rule.version === formerOf(version.rule, versions))
        const { rule } = version
        return (
          <div className="block" key={rule.version}>
            <h3>
              {t('settings.rule_version_number', { version: rule.version })}
              {' · '}
              {t(version.isLive ? 'settings.rule_live' : 'settings.rule_replaced')}
            </h3>
            <p className="mute">
              {madeText(t, version)}, {formatInstant(version.madeAt, t.locale)}
            </p>
            {version.reason === null ? null : <p className="words">{version.reason}</p>}
            {before === undefined ? null : (
              <DifferenceTable
                t={t}
                caption={t('settings.rule_differences', { from: before.rule.version, to: rule.version })}
                differences={ruleDifferences(t, before.rule, rule)}
              />
            )}
          </div>
        )
      })}
    </section>
  )
}

/** The version it is compared with: the one it supersedes, else the one numbered before it. */
function formerOf(rule: FeeRule, versions: readonly HistoryVersion[]): number | undefined {
  if (rule.supersedes !== null) return rule.supersedes
  return versions.map((one) => one.rule.version).find((version) => version < rule.version)
}

function madeText(t: Translator, { isShipped, madeBy }: HistoryVersion): string {
  if (isShipped) return t('settings.rule_made_shipped')
  return madeBy === null ? t('settings.rule_made_elsewhere') : t('settings.rule_made_by', { name: madeBy })
}
