'use client'

import { FieldError } from './field-error'
import { hintIdOf, useField } from './form-context'

/** A file from this machine. A browser never writes it back into a page: keep what was in it in a field beside. */
export function FileField({
  name,
  label,
  hint,
  accept,
}: {
  name: string
  label: string
  hint?: string | undefined
  accept: string
}) {
  const { error, controlProps } = useField(name, hint !== undefined)
  return (
    <div className={error === undefined ? 'field' : 'field bad'}>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={hintIdOf(name)}>
          {hint}
        </p>
      )}
      <FieldError name={name} />
      <input {...controlProps} type="file" accept={accept} />
    </div>
  )
}
