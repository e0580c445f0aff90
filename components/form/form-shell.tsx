'use client'

import type { ReactNode } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { SpokenState } from '@/lib/http/spoken-state'
import type { FormWords } from './form-context'
import { KeptFrame } from './kept-frame'
import { useKeptAction } from './use-kept-action'

export type SpokenAction = (previous: SpokenState, data: FormData) => Promise<SpokenState>

export type FormShellProps = {
  readonly action: SpokenAction
  readonly values: FieldValues
  readonly words: FormWords
  readonly className: string
  /** The id of the form, where a button outside it sends it. */
  readonly id?: string | undefined
  readonly children: ReactNode
}

/** A form whose action answers in words. */
export function FormShell({ action, ...shown }: FormShellProps) {
  return <KeptFrame kept={useKeptAction(action, shown.values, shown.words)} {...shown} />
}
