'use client'

import { useEffect, useMemo, type ReactNode, type SubmitEvent as FormSubmitEvent } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { SpokenChallenge, SpokenError } from '@/lib/http/spoken-state'
import { ErrorSummary } from './error-summary'
import { FormContext, type FormWords, type Registration } from './form-context'
import { HeldPlace } from './held-place'
import { useUnsentGuard } from './use-unsent-guard'

export type Failure = {
  readonly heading: string
  readonly titlePart: string
  readonly errors: Readonly<Record<string, SpokenError>>
  /** Another value for every sending that failed; left out, the failure itself is that. */
  readonly occasion?: unknown
  readonly held?: SpokenChallenge
}

/** The form element itself: what is wrong on top, then the questions, which read their values and errors from here. */
export function FormFrame({
  send,
  onSubmit,
  isPending,
  failure,
  values,
  words,
  register,
  className,
  id,
  children,
}: {
  send: (data: FormData) => void
  onSubmit: (event: FormSubmitEvent<HTMLFormElement>) => void
  isPending: boolean
  failure: Failure | null
  values: FieldValues
  words: FormWords
  register: (name: string) => Registration
  className: string
  id?: string | undefined
  children: ReactNode
}) {
  const situation = useMemo(
    () => ({ values, errors: failure?.errors ?? {}, hasFailed: failure !== null, isPending, words, register }),
    [values, failure, isPending, words, register],
  )
  useTitlePart(failure?.titlePart)
  const { noteTyping, noteSending } = useUnsentGuard(failure)
  return (
    <FormContext value={situation}>
      <form
        className={className}
        id={id}
        action={send}
        onInput={noteTyping}
        onSubmit={(event) => {
          noteSending()
          onSubmit(event)
        }}
        noValidate
      >
        {failure === null ? null : (
          <ErrorSummary
            heading={failure.heading}
            errors={failure.errors}
            titlePart={failure.titlePart}
            occasion={failure.occasion ?? failure}
            isCalm={failure.held !== undefined}
          />
        )}
        {failure?.held === undefined ? null : <HeldPlace held={failure.held} />}
        {children}
      </form>
    </FormContext>
  )
}

/** The tab says it too: "2 answers to check, Step 4 of 8 – Passage". */
function useTitlePart(titlePart: string | undefined): void {
  useEffect(() => {
    if (titlePart === undefined) return
    const before = document.title
    const during = `${titlePart}, ${before}`
    document.title = during
    return () => {
      // The next page may have put its own title there already.
      if (document.title === during) document.title = before
    }
  }, [titlePart])
}

/** The typed fields and the button pressed. Phones of before 2023 do not know the second argument of FormData. */
export function sentDataOf(form: HTMLFormElement, event: Event): FormData {
  const data = new FormData(form)
  const submitter = event instanceof SubmitEvent ? event.submitter : null
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') data.append(submitter.name, submitter.value)
  return data
}
