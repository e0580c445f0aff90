'use client'

import { createContext, useContext } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { SpokenError } from '@/lib/http/spoken-state'

/** What react-hook-form wants on a control when a form is checked before sending; nothing otherwise. */
export type Registration = {
  readonly name: string
  readonly onChange?: (event: { target: unknown; type?: unknown }) => Promise<boolean | void>
  readonly onBlur?: (event: { target: unknown; type?: unknown }) => Promise<boolean | void>
  readonly ref?: (element: HTMLElement | null) => void
}

export type FormWords = {
  /** Read before an error by those who do not see its sign. */
  readonly check: string
  readonly sentOnce: string
  readonly errorsHeading: string
  readonly failedHeading: string
  /** What a form says by itself when no answer came from the server. */
  readonly noNetwork: string
  readonly notSent: string
  readonly tooLong: string
}

export type FormSituation = {
  readonly values: FieldValues
  readonly errors: Readonly<Record<string, SpokenError>>
  readonly hasFailed: boolean
  readonly isPending: boolean
  readonly words: FormWords
  readonly register: (name: string) => Registration
}

export const FormContext = createContext<FormSituation | null>(null)

/** The form a control stands in. */
export function useFormSituation(): FormSituation {
  const situation = useContext(FormContext)
  if (situation === null) throw new Error('a form control stands outside ActionForm')
  return situation
}

/** The id of a control: its name, so that the summary can link to it without scripts. */
export function errorIdOf(name: string): string {
  return `${name}-error`
}

export function hintIdOf(name: string): string {
  return `${name}-hint`
}

/** What a text control needs to know: its value, its error, and the ids that describe it. */
export function useField(name: string, hasHint: boolean) {
  const { values, errors, register } = useFormSituation()
  const value = values[name]
  const error = errors[name]
  const describedBy = [hasHint ? hintIdOf(name) : '', error === undefined ? '' : errorIdOf(name)].join(' ').trim()
  return {
    value: typeof value === 'string' ? value : (value?.[0] ?? ''),
    chosen: typeof value === 'string' ? [value] : (value ?? []),
    error,
    controlProps: {
      ...register(name),
      id: name,
      'aria-invalid': error === undefined ? undefined : true,
      'aria-describedby': describedBy === '' ? undefined : describedBy,
    },
  }
}
