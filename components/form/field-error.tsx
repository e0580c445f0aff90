'use client'

import { errorIdOf, useFormSituation } from './form-context'

/** The line at a field that has something to check. */
export function FieldError({ name }: { name: string }) {
  const { errors, words } = useFormSituation()
  const error = errors[name]
  if (error === undefined) return null
  return (
    <p className="err" id={errorIdOf(name)}>
      <svg className="i s" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
        <path d="M12 7.5V13M12 16.2v.01" />
      </svg>
      <span>
        <span className="vh">{words.check}</span>
        {error.text}
      </span>
    </p>
  )
}
