import { limitText } from '@/components/fees/explanation-text'
import { payeeNames } from '@/components/fees/payee-names'
import { sayCategories } from '@/components/fees/rules-list'
import { SourceLine } from '@/components/fees/source-line'
import { verdictLook } from '@/components/fees/verdict-words'
import { Sign } from '@/components/ui/sign'
import type { SignName } from '@/components/ui/sign-shapes'
import { explain } from '@/lib/domain/fees/assessment/explain'
import type { RuleHere } from '@/lib/domain/fees/check/rules-here'
import { weightOf } from '@/lib/domain/fees/rules/fee-rule'
import { formatDay } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

/** One rule of law in short: what it is about, who takes the money, what the rule says, where it is written, when it was looked up. */
export function RuleItem({ t, here }: { t: Translator; here: RuleHere }) {
  const { rule, finding } = here
  const { look, sign, word } = lookOf(here)
  return (
    <article className={`verdict ${look}`}>
      <header>
        <h3>{sayCategories(t, rule)}</h3>
        <p className="mute">{t('fees.rule_by', { payees: payeeNames(t, rule) })}</p>
      </header>
      <p>
        <span className={look === 'none' ? 'tag' : `tag ${look}`}>
          <Sign name={sign} size="text" /> {t(word)}
        </span>
      </p>
      {rule.limit.type === 'prohibited' ? null : <p>{limitText(t, explain(finding, rule))}</p>}
      <SourceLine
        t={t}
        rule={rule}
        checked={t('rights.checked_on', { day: formatDay(rule.verification.readOn, t.locale) })}
      />
    </article>
  )
}

function lookOf({ rule, finding }: RuleHere): { look: string; sign: SignName; word: MessageKey } {
  const weight = weightOf(rule)
  if (weight === 'information') return { look: 'none', sign: 'info', word: 'fees.rule_told' }
  if (rule.limit.type !== 'prohibited')
    return { look: 'none', sign: 'limit', word: weight === 'certain' ? 'fees.rule_limit' : 'fees.rule_limit_likely' }
  // A ban that asks for a fact nobody told here may not be about the reader at all.
  if (finding.missing.length > 0) return { look: 'none', sign: 'info', word: 'fees.rule_maybe_ban' }
  return verdictLook({
    verdict: weight === 'certain' ? 'prohibited' : 'likely_above',
    isLikelyBan: true,
    isLikelyWithin: false,
  })
}
