'use client'

import { useCallback } from 'react'
import { FieldError } from './field-error'
import { hintIdOf, useField } from './form-context'
import { putTypedBack } from './typed-before'

/** Words of one's own, as many as needed. */
export function TextAreaField({
  name,
  label,
  hint,
  rows = 6,
  lang,
}: {
  name: string
  label: string
  hint?: string | undefined
  rows?: number
  lang?: string
}) {
  const { value, error, controlProps } = useField(name, hint !== undefined)
  const { ref: register, onChange } = controlProps
  const takeOver = useCallback(
    (box: HTMLTextAreaElement | null) => {
      register?.(box)
      if (box !== null && putTypedBack(box)) void onChange?.({ target: box, type: 'change' })
    },
    [register, onChange],
  )
  return (
    <div className={error === undefined ? 'field' : 'field bad'}>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={hintIdOf(name)}>
          {hint}
        </p>
      )}
      <FieldError name={name} />
      <textarea {...controlProps} ref={takeOver} rows={rows} autoComplete="off" defaultValue={value} lang={lang} />
    </div>
  )
}
