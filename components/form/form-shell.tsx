'use client'

import { startTransition, type ReactNode } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { SpokenState } from '@/lib/http/spoken-state'
import type { FormWords } from './form-context'
import { FormFrame, sentDataOf } from './form-frame'
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

const registerNothing = (name: string) => ({ name })

/**
 * Posts natively until scripts are there; then the same action is called in place and what was typed stays.
 * onSubmit instead of React's own form action, because that would empty the fields after every answer.
 */
export function FormShell({ action, values, words, className, id, children }: FormShellProps) {
  const [state, send, isPending] = useKeptAction(action, values, words)
  return (
    <FormFrame
      send={send}
      onSubmit={(event) => {
        event.preventDefault()
        if (isPending) return
        const data = sentDataOf(event.currentTarget, event.nativeEvent)
        startTransition(() => send(data))
      }}
      isPending={isPending}
      failure={state.status === 'failed' ? state : null}
      values={state.status === 'failed' ? state.values : values}
      words={words}
      register={registerNothing}
      className={className}
      id={id}
    >
      {children}
    </FormFrame>
  )
}
