import { AmountField } from '@/components/form/amount-field'
import { MoreFields } from '@/components/form/more-fields'
import type { Option } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { monthNames } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Props = { readonly t: Translator }

/** The upper end of a range. Where the browser can tell, it is there only while "between two amounts" is chosen. */
export function UpperEndField({ t }: Props) {
  return (
    <div className="if-range">
      <AmountField name="amountMax" label={t('report.amount_max')} hint={t('report.amount_max_hint')} />
    </div>
  )
}

/** How many months it was taken from pay; as above, only while that way of paying is chosen. */
export function InstalmentsField({ t }: Props) {
  return (
    <div className="if-deduction">
      <TextField
        name="instalments"
        label={t('report.instalments')}
        hint={t('report.instalments_hint')}
        inputMode="numeric"
        width="s"
      />
    </div>
  )
}

/** What came back of a payment. */
export function RefundFields({ t }: Props) {
  return (
    <MoreFields summary={t('report.refunded_more_question')} names={['refunded']}>
      <AmountField name="refunded" label={t('report.refunded')} hint={t('report.same_money')} />
    </MoreFields>
  )
}

/** The months of the year after "I forget". */
export function monthOptions(t: Translator): Option[] {
  const months = monthNames(t.locale).map((name, index) => ({
    value: String(index + 1),
    text: t('common.month_choice', { number: index + 1, name }),
  }))
  return [{ value: '', text: t('common.forget') }, ...months]
}
