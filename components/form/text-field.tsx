'use client'

import type { HTMLInputAutoCompleteAttribute } from 'react'
import { FieldError } from './field-error'
import { hintIdOf, useField } from './form-context'

/** One line of text: label, hint, error, control, in this order. `width` shows the length expected. */
export function TextField({
  name,
  label,
  hint,
  type = 'text',
  inputMode,
  autoComplete = 'off',
  width,
  lang,
  spellCheck,
}: {
  name: string
  label: string
  hint?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  autoComplete?: HTMLInputAutoCompleteAttribute
  width?: 's' | 'm'
  lang?: string
  spellCheck?: boolean
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
      <input
        {...controlProps}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        className={width === undefined ? undefined : `w-${width}`}
        // A password is never written back into a page.
        defaultValue={type === 'password' ? undefined : value}
        lang={lang}
        spellCheck={spellCheck}
      />
    </div>
  )
}
