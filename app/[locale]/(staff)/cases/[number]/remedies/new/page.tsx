import type { Metadata } from 'next'
import { codeWord } from '@/components/case/words'
import { ChoiceGroup } from '@/components/form/choice-group'
import { MoneyField } from '@/components/form/money-field'
import { SelectField } from '@/components/form/select-field'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { ClaimLinesChoice } from '@/components/remedies/claim-lines-table'
import { RemedyFrame } from '@/components/remedies/remedy-frame'
import { currencyOptions } from '@/components/report/currency-options'
import { CLAIM_LANES } from '@/lib/domain/remedies/claim-lines'
import { REMEDY_TYPES } from '@/lib/domain/workflow/outcomes'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { meantFieldOf } from '@/lib/schemas/report/further-amount'
import { openLedger } from '../../fees/open-ledger'
import { heldValues } from '../../held-form'
import { offeredIn } from '../../responses/offered-in'
import { claimAction } from '../actions'
import { REMEDY_REFUSALS, remedyForm } from '../remedy-action'

type Props = PageProps<'/[locale]/cases/[number]/remedies/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('remedies.page_title', { number }) }
}

/** What is asked, of whom, and on what ground. */
export default async function NewClaimPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const t = translatorFor(toLocale(language))
  const { ledger, proposed } = await openLedger(t.locale, number)
  const { answer } = await searchParams
  const offered = typeof answer === 'string' ? await offeredIn(t.locale, number, answer) : null
  const parties = ledger.parties.map(({ id, role, name }) => {
    const word = codeWord(t, 'party_role', role)
    return { value: id, text: name === null ? word : t('remedies.party_named', { name, role: word }) }
  })
  return (
    <RemedyFrame t={t} head={ledger.head} heading={t('remedies.new_heading')} about={t('remedies.new_lead')}>
      <LedgerForm
        t={t}
        action={claimAction.bind(null, t.locale, number)}
        requestId={newId()}
        values={{ type: 'fee_repayment', lane: 'law', currency: proposed, ...offered }}
        held={await heldValues({ name: remedyForm('/new'), number })}
        refusals={REMEDY_REFUSALS}
        reason="never"
        button={t('remedies.new_button')}
      >
        <SelectField
          name="type"
          label={t('remedies.field_type')}
          options={REMEDY_TYPES.map((value) => ({ value, text: codeWord(t, 'remedy_type', value) }))}
        />
        <SelectField
          name="casePartyId"
          label={t('remedies.fact_party')}
          options={[{ value: '', text: t('remedies.no_party') }, ...parties]}
        />
        <ClaimLinesChoice t={t} ledger={ledger} />
        <ChoiceGroup
          name="lane"
          kind="radio"
          legend={t('remedies.fact_ground')}
          slim
          sections={[
            {
              choices: CLAIM_LANES.map((value) => ({
                value,
                text: t(`remedies.lane_${value}`),
                help: t(`remedies.lane_${value}_help`),
              })),
            },
          ]}
        />
        <MoneyField
          name="amount"
          meantName={meantFieldOf('amount')}
          label={t('remedies.field_claim_sum')}
          hint={t('remedies.field_claim_sum_hint')}
          currencyLabel={t('common.currency')}
          currencies={currencyOptions(t, proposed)}
        />
      </LedgerForm>
    </RemedyFrame>
  )
}
