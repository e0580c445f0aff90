'use client'

import type { ReactNode } from 'react'
import type { FormWords } from '@/components/form/form-context'
import { KeptFrame } from '@/components/form/kept-frame'
import { useKeptAction } from '@/components/form/use-kept-action'
import type { FieldValues } from '@/lib/http/form-fields'
import type { SpokenState } from '@/lib/http/spoken-state'
import { MadeLink, type LinkWords } from './made-link'

export type SpokenLinkState = SpokenState | { readonly status: 'made'; readonly link: string; readonly until: string }

/** A form that makes a link; after success the link stands in its place. */
export function LinkFormShell({
  action,
  values,
  formWords,
  linkWords,
  children,
}: {
  action: (previous: SpokenLinkState, data: FormData) => Promise<SpokenLinkState>
  values: FieldValues
  formWords: FormWords
  linkWords: LinkWords
  children: ReactNode
}) {
  const [state, send, isPending] = useKeptAction<SpokenLinkState>(action, values, formWords)
  if (state.status === 'made') return <MadeLink link={state.link} until={state.until} words={linkWords} />
  return (
    <KeptFrame kept={[state, send, isPending]} values={values} words={formWords} className="stack">
      {children}
    </KeptFrame>
  )
}
