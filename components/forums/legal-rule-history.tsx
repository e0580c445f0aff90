import type { LegalRule } from '@/lib/domain/forums/legal-rule'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { LegalSource } from './legal-source'
import { ruleName } from './legal-rule-table'

/** Every version of a rule, the latest first, with who made it and why. */
export function LegalRuleHistory({
  t,
  versions,
}: {
  t: Translator
  versions: readonly {
    readonly rule: LegalRule
    readonly madeById: string | null
    readonly madeBy: string | null
    readonly reason: string | null
    readonly madeAt: Date
  }[]
}) {
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">{t('forums.history')}</h2>
      <ol className="plain stack">
        {versions.map(({ rule, madeById, madeBy, reason, madeAt }) => (
          <li key={rule.version}>
            <p>
              <b>{t('forums.history_version', { version: rule.version })}</b> {ruleName(t, rule)}
              {rule.isWithdrawn ? ` · ${t('forums.rule_withdrawn')}` : null}
            </p>
            <p>
              {formatInstant(madeAt, t.locale)} ·{' '}
              {madeById === null ? t('forums.history_shipped') : (madeBy ?? t('forums.history_other_office'))}
              {reason === null ? null : ` · ${reason}`}
            </p>
            <LegalSource t={t} rule={rule} />
          </li>
        ))}
      </ol>
    </section>
  )
}
