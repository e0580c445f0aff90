'use client'

import { Fragment, startTransition, useState, type ReactNode } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { SpokenState } from '@/lib/http/spoken-state'
import type { FormWords } from './form-context'
import { FormFrame, sentDataOf } from './form-frame'

const registerNothing = (name: string) => ({ name })

/**
 * Posts natively until scripts are there; then what useKeptAction gave is called in place and what was typed stays.
 * onSubmit instead of React's own form action, because that would empty the fields after every answer.
 */
export function KeptFrame({
  kept: [state, send, isPending],
  values,
  children,
  ...shown
}: {
  kept: readonly [SpokenState, (data: FormData) => void, boolean]
  values: FieldValues
  words: FormWords
  className: string
  id?: string | undefined
  children: ReactNode
}) {
  const failure = state.status === 'failed' ? state : null
  // Fields keep what stands in them; what came from a colleague is shown in fresh ones.
  const merged = failure?.isMerged ? failure : null
  const [fresh, setFresh] = useState({ merged, turn: 0 })
  if (merged !== null && fresh.merged !== merged) setFresh({ merged, turn: fresh.turn + 1 })
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
      failure={failure}
      values={failure?.values ?? values}
      register={registerNothing}
      {...shown}
    >
      <Fragment key={fresh.turn}>{children}</Fragment>
    </FormFrame>
  )
}
