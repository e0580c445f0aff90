import { Facts, type Fact } from '@/components/ui/facts'
import { feeLineFrom } from '@/lib/domain/fees/fee-line'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import type { Translator } from '@/lib/i18n/translate'
import { saySums } from './amount-words'
import { sayAmountAndMonth, sayCategory, sayHow, sayPayee } from './fee-words'

/** Every payment with what is known of it, and the sums. */
export function FeeTable({
  t,
  fees,
  changeHref,
}: {
  t: Translator
  fees: readonly FeeLineAnswer[]
  changeHref: (number: number) => string
}) {
  return (
    <>
      <Facts facts={feeFacts(t, fees, changeHref)} />
      <FeeSums t={t} fees={fees} />
    </>
  )
}

/** One row of a summary list for each payment. */
export function feeFacts(
  t: Translator,
  fees: readonly FeeLineAnswer[],
  changeHref: (number: number) => string,
): Fact[] {
  return fees.map((line, index) => {
    const name = [t('report.fee_number', { number: index + 1 }), sayCategory(line, t)]
      .filter((part) => part !== null)
      .join(' · ')
    return {
      name,
      value: <FeeValue t={t} line={line} />,
      change: { href: changeHref(index + 1), text: t('common.change'), about: name },
    }
  })
}

/** How many payments, and the sum for each currency: two of them are never added up. */
export function FeeSums({ t, fees }: { t: Translator; fees: readonly FeeLineAnswer[] }) {
  const sums = saySums(
    fees.map(feeLineFrom).map(({ amount, amountMaxMinor }) => ({ amount, maxMinor: amountMaxMinor })),
    t,
  )
  return (
    <p className="row">
      {sums.length === 0 ? null : <span className="amount">{sums.join(' + ')}</span>}
      <span className="mute">{t('report.fee_count', { count: fees.length })}</span>
    </p>
  )
}

function FeeValue({ t, line }: { t: Translator; line: FeeLineAnswer }) {
  const amount = sayAmountAndMonth(line, t)
  const rest = [sayPayee(line, t), sayHow(line, t)].filter((part) => part !== null)
  return (
    <>
      <span className="num">{amount ?? t('report.check_nothing_said')}</span>
      {rest.map((part) => (
        <span key={part}>
          <br />
          <span className="mute">{part}</span>
        </span>
      ))}
    </>
  )
}
