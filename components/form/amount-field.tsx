'use client'

import { meantFieldOf } from '@/lib/schemas/report/further-amount'
import { FieldError } from './field-error'
import { hintIdOf, useField } from './form-context'
import { LikelyAnswers } from './likely-answers'

/** One more amount in the currency chosen at the MoneyField of the same form. An error may offer likely amounts to tap. */
export function AmountField({ name, label, hint }: { name: string; label: string; hint: string }) {
  const { value, error, controlProps } = useField(name, true)
  return (
    <div className={error === undefined ? 'field money' : 'field bad money'}>
      <label htmlFor={name}>{label}</label>
      <p className="hint" id={hintIdOf(name)}>
        {hint}
      </p>
      <FieldError name={name} />
      <input {...controlProps} className="w-m" inputMode="decimal" autoComplete="off" defaultValue={value} />
      <LikelyAnswers name={meantFieldOf(name)} error={error} />
    </div>
  )
}
