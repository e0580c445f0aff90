'use client'

import type { ReactNode } from 'react'
import { useFormSituation } from './form-context'

/**
 * Sends the form. After the first press it says so and takes no second one (when scripts run; the server makes
 * a second press harmless either way). `unchecked` is for "Skip this": nothing is checked before sending.
 */
export function SubmitButton({
  children,
  look = 'filled',
  name,
  value,
  unchecked = false,
}: {
  children: ReactNode
  look?: 'filled' | 'alt' | 'bare'
  name?: string
  value?: string
  unchecked?: boolean
}) {
  const { isPending, words } = useFormSituation()
  return (
    <button
      type="submit"
      className={look === 'filled' ? 'btn' : `btn ${look}`}
      name={name}
      value={value}
      formNoValidate={unchecked}
      disabled={isPending}
    >
      {isPending && look === 'filled' ? words.sentOnce : children}
    </button>
  )
}
