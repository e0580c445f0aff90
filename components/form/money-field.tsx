'use client'

import { FieldError } from './field-error'
import { hintIdOf, useField } from './form-context'
import { LikelyAnswers } from './likely-answers'
import type { Option } from './select-field'

/**
 * An amount as the person writes it, and its currency. An error may offer likely amounts to tap; the one tapped is
 * sent as `meantName` and counts before what stands in the field.
 */
export function MoneyField({
  name,
  currencyName = 'currency',
  meantName = 'meant',
  label,
  currencyLabel,
  hint,
  currencies,
}: {
  name: string
  currencyName?: string
  meantName?: string
  label: string
  currencyLabel: string
  hint?: string | undefined
  currencies: readonly Option[]
}) {
  const amount = useField(name, hint !== undefined)
  const currency = useField(currencyName, false)
  const isBad = amount.error !== undefined || currency.error !== undefined
  return (
    <div className={isBad ? 'field bad money' : 'field money'}>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={hintIdOf(name)}>
          {hint}
        </p>
      )}
      <FieldError name={name} />
      <FieldError name={currencyName} />
      <div className="pair">
        <input {...amount.controlProps} inputMode="decimal" autoComplete="off" defaultValue={amount.value} />
        <select {...currency.controlProps} aria-label={currencyLabel} defaultValue={currency.value} autoComplete="off">
          {currencies.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <LikelyAnswers name={meantName} error={amount.error} />
    </div>
  )
}
