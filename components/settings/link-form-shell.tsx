'use client'

import { startTransition, type ReactNode } from 'react'
import { FormFrame, sentDataOf } from '@/components/form/form-frame'
import type { FormWords } from '@/components/form/form-context'
import { useKeptAction } from '@/components/form/use-kept-action'
import type { SpokenState } from '@/lib/http/spoken-state'
import { MadeLink, type LinkWords } from './made-link'

export type SpokenLinkState = SpokenState | { readonly status: 'made'; readonly link: string; readonly until: string }

const NO_VALUES = {}
const registerNothing = (name: string) => ({ name })

/** Posts natively until scripts are there, as FormShell does; after success the link stands in the form's place. */
export function LinkFormShell({
  action,
  formWords,
  linkWords,
  children,
}: {
  action: (previous: SpokenLinkState, data: FormData) => Promise<SpokenLinkState>
  formWords: FormWords
  linkWords: LinkWords
  children: ReactNode
}) {
  const [state, send, isPending] = useKeptAction<SpokenLinkState>(action, NO_VALUES, formWords)
  if (state.status === 'made') return <MadeLink link={state.link} until={state.until} words={linkWords} />
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
      values={state.status === 'failed' ? state.values : NO_VALUES}
      words={formWords}
      register={registerNothing}
      className="stack"
    >
      {children}
    </FormFrame>
  )
}
