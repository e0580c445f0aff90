import { isUnnamedGoBetween } from '@/components/fees/go-between'
import { LineVerdict } from '@/components/fees/line-verdict'
import { RatesUsed } from '@/components/fees/rates-used'
import { VerdictBar } from '@/components/fees/verdict-bar'
import { ZeroFeePanel } from '@/components/fees/zero-fee-panel'
import { sayHowMuch, sayPayment, type ToldPayment } from '@/components/track/payment-list'
import { ratesOf } from '@/lib/domain/fees/assessment/stored'
import { verdictShares } from '@/lib/domain/fees/check/verdict-shares'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What the rules say of each payment of the worker, and what is missing to say more, which a message can tell. */
export function PaymentVerdicts({
  t,
  payments,
  stored: { assessment, rules, assessedAt },
}: {
  t: Translator
  payments: readonly ToldPayment[]
  stored: StoredAssessment
}) {
  const judged = payments.flatMap((payment) => {
    const line = assessment.lines.find(({ lineId }) => lineId === payment.id)
    return line === undefined ? [] : [{ payment, line }]
  })
  if (judged.length === 0) return null
  const shares = verdictShares(
    judged.map(({ payment, line }) => ({ amount: payment.amount, paidOn: payment.paidOn, line })),
    ratesOf(assessment),
  )
  const messages = `/${t.locale}/track/case#messages`
  return (
    <section className="stack rule">
      <h2>{t('track.verdicts_heading')}</h2>
      {shares === null ? null : <VerdictBar t={t} shares={shares} />}
      {judged.map(({ payment, line }) => (
        <LineVerdict
          key={payment.id}
          t={t}
          title={sayPayment(t, payment)}
          about={sayHowMuch(t, payment)}
          amount={null}
          paid={payment.amountMaxMinor === null ? payment.amount : null}
          hint={
            isUnnamedGoBetween(payment) ? (
              <p>
                {t('fees.go_between_told')} <a href={messages}>{t('fees.write_to_us')}</a>
              </p>
            ) : null
          }
          line={line}
          assessment={assessment}
          ruleOf={({ id, version }) => rules.find((rule) => rule.id === id && rule.version === version)}
          answerAt={() => messages}
          answerWord="fees.write_to_us"
        />
      ))}
      <ZeroFeePanel
        t={t}
        currency={shares?.total.currency ?? 'JPY'}
        standards={judged.map(({ line }) => line.zeroFee)}
      />
      <p className="mute">
        {t('track.verdicts_note')} {t('fees.looked_at', { date: formatDayOf(assessedAt, t.locale) })}.{' '}
        {t('fees.rates_source')}
      </p>
      <RatesUsed t={t} rates={shares?.isConverted === true ? assessment.rates : []} />
    </section>
  )
}
