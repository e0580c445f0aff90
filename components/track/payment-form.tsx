import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { MonthField } from '@/components/form/month-field'
import { MoreFields } from '@/components/form/more-fields'
import { SelectField, type Option } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UnlessFailed } from '@/components/form/unless-failed'
import { Note } from '@/components/ui/note'
import { TextField } from '@/components/form/text-field'
import { currencyOptions } from '@/components/report/currency-options'
import { labelOf } from '@/components/report/labels'
import { InstalmentsField, monthOptions, RefundFields, UpperEndField } from '@/components/report/payment-parts'
import { WORKER_FEE_CATEGORIES } from '@/lib/domain/fees/categories'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { OwnFields } from './own-fields'

/** All questions about one payment on one page; each may stay open. The names are those of the report's screens. */
export function PaymentForm({
  t,
  action,
  proposed,
  requestId,
  caseId,
  held,
  isAdded,
}: {
  t: Translator
  action: FormAction
  proposed: CurrencyCode
  requestId: string
  caseId: string
  /** What was typed before the session was over. */
  held: FieldValues | null
  /** A payment was added just now. */
  isAdded: boolean
}) {
  const codes = (list: string, values: readonly string[]): Option[] => [
    { value: '', text: t('common.not_given') },
    ...values.map((value) => ({ value, text: labelOf(t, list, value) })),
  ]
  return (
    <ActionForm
      locale={t.locale}
      action={action}
      values={held ?? { currency: proposed }}
      refusals={{ case_gone: 'errors.not_found', fee_lines_full: 'track.payments_full' }}
    >
      {isAdded ? (
        <UnlessFailed>
          <Note tone="ok" announced>
            {t('track.payments_added')}
          </Note>
        </UnlessFailed>
      ) : null}
      <OwnFields requestId={requestId} caseId={caseId} />
      <MoneyField
        name="amount"
        label={t('common.amount')}
        hint={t('report.amount_hint')}
        currencyLabel={t('common.currency')}
        currencies={currencyOptions(t, proposed)}
      />
      <SelectField name="precision" label={t('track.payment_precision')} options={codes('precision', PRECISIONS)} />
      <UpperEndField t={t} />
      <SelectField
        name="category"
        label={t('track.payment_category')}
        options={codes(
          'fee_category',
          WORKER_FEE_CATEGORIES.map(({ code }) => code),
        )}
      />
      <MoreFields summary={t('track.payment_lump')} names={['alsoFor']}>
        <ChoiceGroup
          name="alsoFor"
          kind="checkbox"
          slim
          columns={2}
          legend={t('track.payment_also_for')}
          sections={[
            {
              choices: WORKER_FEE_CATEGORIES.map(({ code }) => ({
                value: code,
                text: labelOf(t, 'fee_category', code),
              })),
            },
          ]}
        />
      </MoreFields>
      <SelectField name="payeeRole" label={t('track.payment_payee')} options={codes('party_role', PARTY_ROLES)} />
      <TextField name="payeeName" label={t('track.payment_payee_name')} spellCheck={false} />
      <MonthField
        legend={t('report.month_legend')}
        hint={t('report.month_hint')}
        monthLabel={t('common.month')}
        yearLabel={t('common.year')}
        months={monthOptions(t)}
      />
      <SelectField name="method" label={t('track.payment_method')} options={codes('payment_method', PAYMENT_METHODS)} />
      <InstalmentsField t={t} />
      <SelectField name="receipt" label={t('track.payment_receipt')} options={codes('receipt', RECEIPT_KINDS)} />
      <SelectField
        name="toldBeforeSigning"
        label={t('track.payment_told')}
        options={codes('told_before_signing', ['yes', 'no'])}
      />
      <SelectField name="paidBy" label={t('report.payer_legend')} options={codes('payer', PAYER_KINDS)} />
      <RefundFields t={t} />
      <div className="acts">
        <SubmitButton>{t('track.payment_add')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
