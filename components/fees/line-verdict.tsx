import type { ReactNode } from 'react'
import { explain } from '@/lib/domain/fees/assessment/explain'
import type { CaseAssessment, LineAssessment, RuleFinding } from '@/lib/domain/fees/assessment/assessment'
import type { MissingFact } from '@/lib/domain/fees/assessment/facts'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import type { FeeRule, RuleRef } from '@/lib/domain/fees/rules/fee-rule'
import type { Money } from '@/lib/domain/money/money'
import { formatMoney } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import { explanationText, limitText } from './explanation-text'
import { MissingFacts } from './missing-facts'
import { payeeNames } from './payee-names'
import { RatesUsed } from './rates-used'
import { SourceLine } from './source-line'
import { VerdictTag } from './verdict-tag'
import { noRuleNote, saidOf, verdictLook } from './verdict-words'

type Judged = { readonly rule: FeeRule; readonly finding: RuleFinding }

/**
 * One payment with its verdict: what, how much, the verdict, the limit and what is above it, a sentence, the source; what is
 * missing as questions; and what other rules make of it. `ruleOf` finds the version a finding names.
 */
export function LineVerdict({
  t,
  title,
  about,
  amount,
  paid = null,
  hint = null,
  line,
  assessment,
  ruleOf,
  answerAt,
  answerWord,
}: {
  t: Translator
  title: string
  about: string | null
  amount: string | null
  /** The same as digits, to say a limit in the money of the payment; null when not known exactly. */
  paid?: Money | null
  /** What the worker may want to say differently; under the verdict. */
  hint?: ReactNode
  line: LineAssessment
  assessment: CaseAssessment
  ruleOf: (ref: RuleRef) => FeeRule | undefined
  answerAt: (fact: MissingFact) => string | null
  answerWord?: MessageKey
}) {
  const judged = (index: number): Judged[] => {
    const finding = assessment.findings[index]
    const rule = finding && ruleOf(finding.rule)
    return finding === undefined || rule === undefined ? [] : [{ rule, finding }]
  }
  const [decisive] = line.decidedBy === null ? [] : judged(line.decidedBy)
  const others = line.findings
    .filter((index) => index !== line.decidedBy)
    .flatMap(judged)
    .filter(({ finding }) => finding.lane === 'law' && finding.outcome !== 'unknown')
  return (
    <article className={`verdict ${verdictLook(line).look}`}>
      <header>
        <h3>{title}</h3>
        {amount === null ? null : <p className="amount">{amount}</p>}
        {about === null ? null : <p className="mute">{about}</p>}
      </header>
      <p>
        <VerdictTag t={t} {...saidOf(line)} />
      </p>
      {decisive === undefined ? null : <Limit t={t} finding={decisive.finding} paid={paid} line={line} />}
      {decisive === undefined ? null : <Sentence t={t} line={line} {...decisive} />}
      {decisive === undefined ? null : <RatesUsed t={t} rates={decisive.finding.rates} />}
      {hint}
      {line.verdict === 'no_rule_known' ? <p>{t(`fees.${noRuleNote(line)}`)}</p> : null}
      {line.verdict === 'within_cap' ? null : (
        <MissingFacts t={t} missing={line.missing} answerAt={answerAt} answerWord={answerWord} />
      )}
      {decisive === undefined || isOpenBan(line, decisive) ? null : <SourceLine t={t} rule={decisive.rule} />}
      {others.length === 0 ? null : (
        <div className="tight">
          <p className="mute">{t('fees.also_heading')}</p>
          {others.map(({ rule, finding }) => (
            <div className="tight" key={`${rule.id} ${rule.version}`}>
              <p>{explanationText(t, explain(finding, rule))}</p>
              <BanPayees t={t} rule={rule} />
              <SourceLine t={t} rule={rule} />
            </div>
          ))}
        </div>
      )}
    </article>
  )
}

/** A ban that may or may not be about the payment: nothing is said of it until the question is answered. */
function isOpenBan({ verdict }: LineAssessment, { rule }: Judged): boolean {
  return verdict === 'missing_facts' && rule.limit.type === 'prohibited'
}

/** What the deciding rule makes of it; where facts are missing only what the limit is. */
function Sentence({ t, line, rule, finding }: Judged & { t: Translator; line: LineAssessment }) {
  if (isOpenBan(line, { rule, finding })) return null
  const explanation = explain(finding, rule)
  return (
    <>
      <p>{line.verdict === 'missing_facts' ? limitText(t, explanation) : explanationText(t, explanation)}</p>
      <BanPayees t={t} rule={rule} />
    </>
  )
}

/** Who must not take the money; a ban on everybody says so itself. */
function BanPayees({ t, rule }: { t: Translator; rule: FeeRule }) {
  if (rule.limit.type !== 'prohibited' || rule.payees.length >= PARTY_ROLES.length) return null
  return <p>{t('fees.ban_for', { payees: payeeNames(t, rule) })}</p>
}

/** The limit, what counts towards it and what is above; drawn as well, with a mark at the limit. */
function Limit({
  t,
  finding,
  paid,
  line: { over, overLikely },
}: {
  t: Translator
  finding: RuleFinding
  paid: Money | null
  line: Pick<LineAssessment, 'over' | 'overLikely'>
}) {
  const { cap, sumMax } = finding
  if (cap === null || finding.outcome === 'prohibited') return null
  const money = ({ amountMinor, currency }: Money) => formatMoney(amountMinor, currency, t.locale)
  // A limit on one payment in other money than its own: what is left of the payment is the limit.
  const own =
    paid !== null && over !== null && finding.lineIds.length === 1 && cap.currency !== paid.currency
      ? { amountMinor: paid.amountMinor - over.amountMinor, currency: paid.currency }
      : null
  const isShared = finding.lineIds.length > 1 && sumMax !== null
  return (
    <>
      {sumMax === null || sumMax.amountMinor <= cap.amountMinor ? null : (
        <LimitMeasure cap={cap.amountMinor} sum={sumMax.amountMinor} isLikely={finding.weight !== 'certain'} />
      )}
      <dl className="kv">
        <dt>{t('fees.cap_most')}</dt>
        <dd>{own === null ? money(cap) : t('common.about_amount', { amount: money(own) })}</dd>
        {isShared ? <dt>{t('fees.cap_sum')}</dt> : null}
        {isShared ? <dd>{money(sumMax)}</dd> : null}
        {over === null ? null : <dt>{t('fees.cap_over')}</dt>}
        {over === null ? null : <dd>{money(over)}</dd>}
        {overLikely === null ? null : <dt>{t('fees.cap_over_likely')}</dt>}
        {overLikely === null ? null : <dd>{money(overLikely)}</dd>}
      </dl>
    </>
  )
}

const WIDTH = 400

function LimitMeasure({ cap, sum, isLikely }: { cap: bigint; sum: bigint; isLikely: boolean }) {
  const may = Number((cap * BigInt(WIDTH)) / sum)
  const hatches = Array.from(
    { length: Math.floor((WIDTH - may) / 10) },
    (_, index) => `M${may + 10 * (index + 1)} 10l-5 16`,
  )
  return (
    <svg className="measure" viewBox={`0 0 ${WIDTH} 36`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="may" y="10" width={may} height="16" />
      <rect className="over" x={may} y="10" width={WIDTH - may} height="16" />
      {isLikely ? <path className="hatch" d={hatches.join('')} /> : null}
      <rect className="tick" x={Math.min(may, WIDTH - 3)} width="3" height="36" />
    </svg>
  )
}
