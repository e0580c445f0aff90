'use client'

import { FieldError } from './field-error'
import { hintIdOf, useField } from './form-context'

export type Option = { readonly value: string; readonly text: string; readonly lang?: string }

/** One of a list too long for cards. Give the first option an empty value when no answer is an answer. */
export function SelectField({
  name,
  label,
  hint,
  options,
  width,
}: {
  name: string
  label: string
  hint?: string | undefined
  options: readonly Option[]
  width?: 's' | 'm'
}) {
  const { value, error, controlProps } = useField(name, hint !== undefined)
  return (
    <div className={error === undefined ? 'field' : 'field bad'}>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={hintIdOf(name)}>
          {hint}
        </p>
      )}
      <FieldError name={name} />
      <select
        {...controlProps}
        className={width === undefined ? undefined : `w-${width}`}
        defaultValue={value}
        autoComplete="off"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
