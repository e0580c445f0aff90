import { money } from '@/components/case/words'
import { explanationText } from '@/components/fees/explanation-text'
import { SourceLine } from '@/components/fees/source-line'
import type { RuleFinding } from '@/lib/domain/fees/assessment/assessment'
import { explain } from '@/lib/domain/fees/assessment/explain'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import type { Translator } from '@/lib/i18n/translate'
import { questionOf } from './missing-question'

/** The version of the rule a finding was made with. */
export function ruleOf(stored: StoredAssessment, finding: RuleFinding): FeeRule | undefined {
  return stored.rules.find((rule) => versionKey(rule) === versionKey(finding.rule))
}

/** What one rule makes of the payments it is about: sentences, where several count together their sum, and the source. */
export function FindingSaid({
  t,
  finding,
  rule,
  isAside = false,
}: {
  t: Translator
  finding: RuleFinding
  rule: FeeRule | undefined
  /** Beside another verdict: what it misses is asked nowhere else. */
  isAside?: boolean
}) {
  if (rule === undefined) return <p className="src">{versionKey(finding.rule)}</p>
  return (
    <div className="tight">
      <p>{explanationText(t, explain(finding, rule))}</p>
      {finding.lineIds.length > 1 && finding.cap !== null ? <Together t={t} finding={finding} /> : null}
      {isAside && finding.missing.length > 0 ? (
        <p className="by">
          {t('ledger.finding_missing', { facts: finding.missing.map((fact) => t(questionOf(fact))).join(' ') })}
        </p>
      ) : null}
      <SourceLine t={t} rule={rule} staff />
    </div>
  )
}

/** Payments that one limit counts together: their sum against it. */
function Together({ t, finding }: { t: Translator; finding: RuleFinding }) {
  const { cap, sumMin, sumMax, over, lineIds } = finding
  const sum = sumMin && money(t, sumMin.amountMinor, sumMin.currency)
  const most =
    sumMax && sumMin && sumMax.amountMinor !== sumMin.amountMinor ? money(t, sumMax.amountMinor, sumMax.currency) : null
  if (!sum) return null
  return (
    <dl className="kv narrow">
      <dt>{t('ledger.together_sum', { count: lineIds.length })}</dt>
      <dd className="num">{most === null ? sum : `${sum} – ${most}`}</dd>
      {cap === null ? null : <dt>{t('ledger.together_cap')}</dt>}
      {cap === null ? null : <dd className="num">{money(t, cap.amountMinor, cap.currency)}</dd>}
      {over === null ? null : <dt>{t('ledger.together_over')}</dt>}
      {over === null ? null : <dd className="num">{money(t, over.amountMinor, over.currency)}</dd>}
    </dl>
  )
}
