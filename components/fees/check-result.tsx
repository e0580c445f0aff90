import type { ReactNode } from 'react'
import { labelOf } from '@/components/report/labels'
import { RouteLine } from '@/components/ui/route-line'
import { defaultCurrencyOf } from '@/lib/domain/countries'
import { isCaseLikelyWithin } from '@/lib/domain/fees/assessment/case-likely'
import type { MissingFact } from '@/lib/domain/fees/assessment/facts'
import type { CheckAnswer } from '@/lib/domain/fees/check/check-answer'
import type { CheckQuery } from '@/lib/domain/fees/check/check-query'
import type { FeeRule, RuleRef } from '@/lib/domain/fees/rules/fee-rule'
import { formatDay, formatMoney } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import { checkAddress } from '@/lib/schemas/fees/check-address'
import { answerAddress } from './answer-address'
import { sayQuestion } from './check-words'
import { LineVerdict } from './line-verdict'
import { RulesList } from './rules-list'
import { isUnnamedGoBetween } from './go-between'
import { RatesUsed } from './rates-used'
import { VerdictBar } from './verdict-bar'
import { ZeroFeePanel } from './zero-fee-panel'

/**
 * The answer: what it comes to, each payment, the standard, what to do now. `tell` starts a report with these facts; `share` hands
 * the link on. `today` is the day of the rules.
 */
export function CheckResult({
  t,
  answer,
  today,
  notice,
  tell,
  share,
}: {
  t: Translator
  answer: CheckAnswer
  today: string
  notice: ReactNode
  tell: ReactNode
  share: ReactNode
}) {
  const { query, assessment, shares } = answer
  const base = `/${t.locale}/fees`
  const address = checkAddress(query)
  const answerAt = (payment: number) => (fact: MissingFact) => answerAddress(base, address, fact, payment)
  const { length: count } = query.payments
  return (
    <div className="page wide">
      <main id="main">
        {notice}
        <div className="tight">
          <h1>{t(headingOf(answer))}</h1>
          <p className="mute">
            {sayQuestion(t, query)}. <a href={`${base}?${address}&edit=1`}>{t('common.change')}</a>
          </p>
        </div>
        {shares === null ? null : <VerdictBar t={t} shares={shares} />}
        {count === 0 ? (
          <section className="stack">
            <div className="tight">
              <h2>{t('fees.rules_heading')}</h2>
              <p className="mute">{t('fees.rules_lead')}</p>
            </div>
            <RulesList t={t} here={answer.here} answerAt={answerAt(1)} />
          </section>
        ) : (
          <>
            <h2>{t('fees.lines_heading')}</h2>
            {assessment.lines.map((line, index) => {
              const payment = query.payments[index]
              return payment === undefined ? null : (
                <LineVerdict
                  key={line.lineId}
                  t={t}
                  title={
                    payment.category === null ? t('fees.line_unnamed') : labelOf(t, 'fee_category', payment.category)
                  }
                  about={
                    payment.payeeRole === null
                      ? null
                      : t('fees.line_to', { payee: labelOf(t, 'party_role', payment.payeeRole) })
                  }
                  amount={
                    payment.amount === null
                      ? null
                      : formatMoney(payment.amount.amountMinor, payment.amount.currency, t.locale)
                  }
                  paid={payment.amount}
                  hint={
                    isUnnamedGoBetween(payment) ? (
                      <p>
                        {t('fees.go_between')}{' '}
                        <a href={`${base}?${checkAddress(withGoBetween(query, index))}`}>
                          {t('fees.go_between_change')}
                        </a>
                      </p>
                    ) : null
                  }
                  line={line}
                  assessment={assessment}
                  ruleOf={(ref) => ruleIn(answer.rules, ref)}
                  answerAt={answerAt(index + 1)}
                />
              )
            })}
            <p>
              <a href={`${base}?${checkAddress({ ...query, payments: [] })}`}>{t('fees.rules_all')}</a>
            </p>
          </>
        )}
        {tell}
      </main>
      <aside className="stack">
        <ZeroFeePanel
          t={t}
          currency={shares?.total.currency ?? (query.origin === null ? 'JPY' : defaultCurrencyOf(query.origin))}
          standards={assessment.lines.map(({ zeroFee }) => zeroFee)}
        />
        <section className="stack">
          <h2>{t('fees.now_heading')}</h2>
          <RouteLine
            stations={[
              { title: t('fees.now_keep'), when: t('fees.now_keep_help'), state: 'now' },
              { title: t('fees.now_tell'), when: t('fees.now_tell_help'), state: 'next' },
              { title: t('fees.now_back'), when: t('fees.now_back_help'), state: 'next' },
            ]}
          />
        </section>
        {share}
        <p className="mute">
          {t('fees.not_court')} {t('fees.keeps_nothing')}
        </p>
        <p className="src">
          {t('fees.looked_at', { date: formatDay(today, t.locale) })}. {t('fees.rates_source')}
        </p>
        <RatesUsed t={t} rates={shares?.isConverted === true ? assessment.rates : []} />
      </aside>
    </div>
  )
}

/** The same question, with this payment made to a go-between. */
function withGoBetween(query: CheckQuery, at: number): CheckQuery {
  return {
    ...query,
    payments: query.payments.map((payment, index) => (index === at ? { ...payment, payeeRole: 'broker' } : payment)),
  }
}

function ruleIn(rules: readonly FeeRule[], ref: RuleRef): FeeRule | undefined {
  return rules.find(({ id, version }) => id === ref.id && version === ref.version)
}

/** The answer is the heading. */
function headingOf({ query, assessment }: CheckAnswer): MessageKey {
  if (query.payments.length === 0) return 'fees.heading_rules'
  switch (assessment.verdict) {
    case 'prohibited':
      return assessment.lines.every(({ verdict }) => verdict === 'prohibited')
        ? 'fees.heading_not_allowed'
        : 'fees.heading_above'
    case 'above_cap':
      return 'fees.heading_above'
    case 'likely_above':
      return 'fees.heading_likely'
    case 'within_cap':
      return isCaseLikelyWithin(assessment) ? 'fees.heading_within_likely' : 'fees.heading_within'
    case 'no_rule_known':
      return 'fees.heading_none'
    case 'missing_facts':
      return 'fees.heading_missing'
  }
}
