import { currencyOptions } from '@/components/report/currency-options'
import { ASKED_CONDITIONS, type AskedCondition, type CheckQuery } from '@/lib/domain/fees/check/check-query'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { SpokenError } from '@/lib/http/spoken-state'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import { amountFieldNames, CONDITION_FIELDS } from '@/lib/schemas/fees/check-fields'
import { MoneyBox, NumberBox, SelectBox } from './check-fields'

const CONDITION_LABELS: Readonly<Record<AskedCondition, MessageKey>> = {
  second_stay: 'fees.field_second',
  vulnerable_occupation: 'fees.field_protected',
  labour_contract_with_sender: 'fees.field_sender',
  agent_operates_in_japan: 'fees.field_agent_in_japan',
}

/** Facts that some rules need; only those are asked for that a rule of this way and programme asks for. */
export function CheckMore({
  t,
  query,
  rules,
  typed,
  errors,
}: {
  t: Translator
  query: CheckQuery
  rules: readonly FeeRule[]
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, SpokenError>>
}) {
  const check = t('common.check_sign')
  const here = rules.filter((rule) => isOfWay(rule, query))
  const isPlanAsked = here.some(
    ({ limit }) => limit.type === 'cap_months_of_wage' && limit.wageBasis === 'planned_monthly_pay',
  )
  const pay = (name: 'pay' | 'plan', label: string, hint?: string) => {
    const names = amountFieldNames(name)
    return (
      <MoneyBox
        name={names.amount}
        label={label}
        hint={hint}
        value={typed[names.amount] ?? ''}
        error={errors[names.amount]}
        check={check}
        currencyName={names.currency}
        currencyLabel={t('common.currency')}
        currency={typed[names.currency] || 'JPY'}
        currencies={currencyOptions(t, 'JPY')}
        meantName={names.meant}
        meant={typed[names.meant] ?? ''}
      />
    )
  }
  return (
    <section className="stack rule">
      <h2>{t('fees.more_heading')}</h2>
      <NumberBox
        name="months"
        label={t('fees.field_months')}
        value={typed['months'] ?? ''}
        error={errors['months']}
        check={check}
      />
      {pay('pay', t('fees.field_pay'), t('fees.field_pay_hint'))}
      {isPlanAsked || typed['plan'] ? pay('plan', t('fees.field_plan')) : null}
      {ASKED_CONDITIONS.filter((condition) => here.some(({ conditions }) => conditions.includes(condition))).map(
        (condition) => (
          <SelectBox
            key={condition}
            name={CONDITION_FIELDS[condition]}
            label={t(CONDITION_LABELS[condition])}
            value={typed[CONDITION_FIELDS[condition]] ?? ''}
            check={check}
            options={[
              { value: '', text: t('fees.field_unsaid') },
              { value: 'yes', text: t('common.yes') },
              { value: 'no', text: t('common.no') },
            ]}
          />
        ),
      )}
    </section>
  )
}

/** Whether a rule can be about a way and a programme; what is not told yet leaves it possible. */
function isOfWay({ origins, schemes }: FeeRule, { origin, scheme }: CheckQuery): boolean {
  const isOrigin = origins === '*' || (origin !== null && origins.includes(origin))
  const isScheme = schemes === '*' || scheme === null || scheme === 'not_sure' || schemes.includes(scheme)
  return isOrigin && isScheme
}
