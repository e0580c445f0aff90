import type { Metadata } from 'next'
import { money, partialDate } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { MoneyField } from '@/components/form/money-field'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { RemedyFrame } from '@/components/remedies/remedy-frame'
import { notHere } from '@/lib/access/not-here'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { meantFieldOf } from '@/lib/schemas/report/further-amount'
import { heldValues } from '../../../held-form'
import { payAction, voidAction } from '../../actions'
import { openRemedies } from '../../open-remedies'
import { REMEDY_REFUSALS, remedyForm } from '../../remedy-action'

type Props = PageProps<'/[locale]/cases/[number]/remedies/pay/[repaymentId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('remedies.page_title', { number }) }
}

/** Money that was paid towards one part. Whether it came is for the worker to say. */
export default async function PayPage({ params }: Props) {
  const { locale: language, number, repaymentId } = await params
  const t = translatorFor(toLocale(language))
  const { head, remedies, files } = await openRemedies(t.locale, number, `/pay/${repaymentId}`)
  const part = remedies.flatMap(({ instalments }) => instalments).find(({ id }) => id === repaymentId)
  if (!part) return notHere(t.locale)
  const { currency, amountMinor } = part.amount
  const about = t('remedies.pay_about', {
    sum: money(t, amountMinor, currency) ?? '',
    day: partialDate(t, part.dueOn) ?? t('cases.unsaid'),
  })
  return (
    <RemedyFrame t={t} head={head} heading={t('remedies.pay_heading')} about={about}>
      <LedgerForm
        t={t}
        action={payAction.bind(null, t.locale, number, repaymentId)}
        requestId={newId()}
        values={{ paidOn: dayInJapan(now()), currency }}
        held={await heldValues({ name: remedyForm(`/pay/${repaymentId}`), number })}
        refusals={REMEDY_REFUSALS}
        reason="never"
        button={t('remedies.pay_button')}
      >
        <MoneyField
          name="amount"
          meantName={meantFieldOf('amount')}
          label={t('remedies.field_paid_sum')}
          currencyLabel={t('common.currency')}
          currencies={[{ value: currency, text: currency }]}
        />
        <TextField name="paidOn" label={t('remedies.field_paid_on')} type="date" width="m" />
        <SelectField
          name="evidenceId"
          label={t('remedies.field_receipt')}
          options={[
            { value: '', text: t('remedies.no_receipt') },
            ...files.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <TickBox name="proofSeen" text={t('remedies.field_proof')} help={t('remedies.field_proof_help')} />
      </LedgerForm>
      {part.payments.map(({ id, paidOn, amount }) => (
        <ActionForm
          key={id}
          locale={t.locale}
          action={voidAction.bind(null, t.locale, number, repaymentId)}
          refusals={REMEDY_REFUSALS}
          id={`void-${id}`}
        >
          <input type="hidden" name="paymentId" value={id} />
          <p className="row">
            {t('remedies.payment_line', {
              day: partialDate(t, paidOn) ?? '',
              sum: money(t, amount.amountMinor, amount.currency) ?? '',
              proof: 'unsaid',
            })}
            <SubmitButton look="alt">{t('remedies.void_button')}</SubmitButton>
          </p>
        </ActionForm>
      ))}
    </RemedyFrame>
  )
}
