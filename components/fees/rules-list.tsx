import { labelOf } from '@/components/report/labels'
import { Sign } from '@/components/ui/sign'
import { explain } from '@/lib/domain/fees/assessment/explain'
import type { MissingFact } from '@/lib/domain/fees/assessment/facts'
import { FEE_CATEGORIES } from '@/lib/domain/fees/categories'
import type { RuleHere } from '@/lib/domain/fees/check/rules-here'
import { weightOf, type FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { Translator } from '@/lib/i18n/translate'
import { limitText } from './explanation-text'
import { MissingFacts } from './missing-facts'
import { payeeNames } from './payee-names'
import { SourceLine } from './source-line'
import { VerdictTag } from './verdict-tag'

/** What may be charged and what not on a way, in a programme and a month, before any amount is named. */
export function RulesList({
  t,
  here,
  answerAt,
}: {
  t: Translator
  here: readonly RuleHere[]
  answerAt: (fact: MissingFact) => string | null
}) {
  if (here.length === 0) return <p>{t('fees.rules_none')}</p>
  return (
    <>
      {here.map((item) => (
        <RuleCard key={`${item.rule.id} ${item.rule.version}`} t={t} here={item} answerAt={answerAt} />
      ))}
    </>
  )
}

function RuleCard({
  t,
  here: { rule, finding },
  answerAt,
}: {
  t: Translator
  here: RuleHere
  answerAt: (fact: MissingFact) => string | null
}) {
  const isBan = rule.limit.type === 'prohibited'
  const weight = weightOf(rule)
  // Facts that are missing for a ban are those it would need to be about this at all.
  const isMaybe = isBan && weight !== 'information' && finding.missing.length > 0
  const look = !isBan || weight === 'information' || isMaybe ? 'none' : weight === 'certain' ? 'prohibited' : 'likely'
  return (
    <article className={`verdict ${look}`}>
      <header>
        <h3>{sayCategories(t, rule)}</h3>
        <p className="mute">{t('fees.rule_by', { payees: payeeNames(t, rule) })}</p>
      </header>
      <p>
        {isMaybe ? (
          <span className="tag">
            <Sign name="info" size="text" /> {t('fees.rule_maybe_ban')}
          </span>
        ) : isBan && weight !== 'information' ? (
          <VerdictTag
            t={t}
            verdict={weight === 'certain' ? 'prohibited' : 'likely_above'}
            isLikelyBan
            isLikelyWithin={false}
          />
        ) : (
          <span className="tag">
            <Sign name={weight === 'information' ? 'info' : 'limit'} size="text" />{' '}
            {t(
              weight === 'information'
                ? 'fees.rule_told'
                : weight === 'certain'
                  ? 'fees.rule_limit'
                  : 'fees.rule_limit_likely',
            )}
          </span>
        )}
      </p>
      {isBan ? null : <p>{limitText(t, explain(finding, rule))}</p>}
      {finding.missing.includes('scheme') && rule.schemes !== '*' ? (
        <p>
          {t('fees.rule_only_schemes', { schemes: rule.schemes.map((code) => labelOf(t, 'scheme', code)).join(', ') })}
        </p>
      ) : null}
      <MissingFacts t={t} missing={finding.missing} answerAt={answerAt} />
      <SourceLine t={t} rule={rule} />
    </article>
  )
}

/** The kinds of payment a rule is about; a group it holds whole by the name of the group. */
export function sayCategories(t: Translator, { categories }: FeeRule): string {
  const groups = [...new Set(FEE_CATEGORIES.map(({ group }) => group))]
  const names = groups.flatMap((group) => {
    const all = FEE_CATEGORIES.filter((row) => row.group === group).map(({ code }) => code)
    const inside = all.filter((code) => categories.includes(code))
    return inside.length === all.length && all.length > 1
      ? [labelOf(t, 'fee_group', group)]
      : inside.map((code) => labelOf(t, 'fee_category', code))
  })
  return names.join(', ')
}
