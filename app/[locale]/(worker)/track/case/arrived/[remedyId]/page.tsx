import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { SubmitButton } from '@/components/form/submit-button'
import { currencyOptions } from '@/components/report/currency-options'
import { arrivalItems } from '@/components/track/arrival-items'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { requireWorkerGrant } from '@/lib/access/door'
import { ARRIVED } from '@/lib/domain/arrival'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { confirmArrivalAction } from './actions'

type Props = PageProps<'/[locale]/track/case/arrived/[remedyId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Whether one thing arrived: all of it, a part, or not. */
export default async function ArrivedOnePage({ params, searchParams }: Props) {
  const { locale, remedyId } = await params
  const t = pageWordsFor(toLocale(locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { of } = await searchParams
  const repaymentId = typeof of === 'string' ? of : null
  const item = arrivalItems(t, reading.remedies, reading.arrivals).find(
    (one) => one.isOpen && one.remedyId === remedyId && one.repaymentId === repaymentId,
  )
  if (!item) redirect(`/${t.locale}/track/case/arrived`)
  const remedy = reading.remedies.find(({ id }) => id === remedyId)
  const agreedIn = remedy?.payments.find(({ id }) => id === repaymentId)?.currency ?? remedy?.currency
  const currency = agreedIn && isCurrencyCode(agreedIn) ? agreedIn : 'JPY'
  return (
    <OwnPage t={t} heading={t('track.arrived_heading')} lead={item.name}>
      {item.terms === null ? null : (
        <p className="said" lang={item.termsLanguage ?? undefined}>
          {item.terms}
        </p>
      )}
      <ActionForm
        locale={t.locale}
        action={confirmArrivalAction.bind(null, t.locale, remedyId)}
        values={{ currency }}
        refusals={{ case_gone: 'errors.not_found', remedy_unknown: 'errors.not_found' }}
      >
        <OwnFields requestId={newId()} caseId={reading.own.id} />
        <input type="hidden" name="repaymentId" value={repaymentId ?? ''} />
        <ChoiceGroup
          name="arrived"
          kind="radio"
          slim
          legend={t('track.arrived_heading')}
          hint={t('track.arrived_lead')}
          sections={[{ choices: ARRIVED.map((code) => ({ value: code, text: t(`codes.arrived.${code}`) })) }]}
        />
        <MoneyField
          name="amount"
          label={t('track.arrived_how_much')}
          hint={t('report.amount_hint')}
          currencyLabel={t('common.currency')}
          currencies={currencyOptions(t, currency)}
        />
        <div className="acts">
          <SubmitButton>{t('track.arrived_button')}</SubmitButton>
        </div>
      </ActionForm>
    </OwnPage>
  )
}
