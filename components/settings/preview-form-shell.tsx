'use client'

import { Fragment, startTransition, useState, type ReactNode } from 'react'
import type { FormWords } from '@/components/form/form-context'
import { FormFrame, sentDataOf } from '@/components/form/form-frame'
import { useKeptAction } from '@/components/form/use-kept-action'
import type { FieldValues } from '@/lib/http/form-fields'
import { Preview, Problems } from './preview'
import type { SpokenPreviewState } from './preview-state'

const registerNothing = (name: string) => ({ name })

/** As FormShell; when the answers can be saved, what they would change stands in the place of the fields. */
export function PreviewFormShell({
  action,
  values: initial,
  words,
  again,
  look,
  children,
}: {
  action: (previous: SpokenPreviewState, data: FormData) => Promise<SpokenPreviewState>
  values: FieldValues
  words: FormWords
  /** The button back to the fields. */
  again: string
  /** Said of a row that needs a second look. */
  look: string
  children: ReactNode
}) {
  const [state, send, isPending] = useKeptAction<SpokenPreviewState>(action, initial, words)
  const values = state.status === 'idle' ? initial : state.values
  // Values that came from the server are shown in fresh fields: a file that was read is text by now. When no answer came, the
  // values are the former ones and the fields stay as they are.
  const [shown, setShown] = useState({ values, turn: 0 })
  if (shown.values !== values) setShown({ values, turn: shown.turn + 1 })
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
      values={values}
      words={words}
      register={registerNothing}
      className="stack"
    >
      <Fragment key={shown.turn}>
        {state.status === 'problems' ? <Problems heading={state.heading} problems={state.problems} /> : null}
        {state.status === 'preview' ? <Preview state={state} again={again} look={look} /> : children}
      </Fragment>
    </FormFrame>
  )
}
