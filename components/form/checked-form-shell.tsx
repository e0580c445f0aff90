'use client'

import { startTransition, useCallback, useMemo, useRef } from 'react'
import { useForm, type FieldErrors as HookErrors, type Resolver } from 'react-hook-form'
import { errorsOf } from '@/lib/http/field-errors'
import { readFields } from '@/lib/http/form-fields'
import type { SpokenError } from '@/lib/http/spoken-state'
import { errorWordsFor } from '@/lib/i18n/error-words'
import type { Locale } from '@/lib/i18n/locales'
import { checkOf, type CheckName } from './checks'
import { FormFrame, sentDataOf } from './form-frame'
import type { FormShellProps } from './form-shell'
import { useKeptAction } from './use-kept-action'

type Answers = Record<string, string>

/**
 * As FormShell, and tries the form's schema on the phone before sending: an answer to check is said without waiting
 * for the network, and its line goes away as soon as it is right. The server has the last word.
 */
export function CheckedFormShell({
  action,
  values,
  words,
  className,
  check,
  lists,
  locale,
  children,
}: FormShellProps & { readonly check: CheckName; readonly lists: readonly string[]; readonly locale: Locale }) {
  const [state, send, isPending] = useKeptAction(action, values, words)
  const form = useRef<HTMLFormElement>(null)
  const resolver: Resolver<Answers> = useCallback(async () => {
    if (form.current === null) return { values: {}, errors: {} }
    const fields = readFields(new FormData(form.current), lists)
    return { values: {}, errors: await errorsFoundIn(check, fields, locale) }
  }, [check, lists, locale])
  const { handleSubmit, register, formState } = useForm<Answers>({ resolver, shouldFocusError: false })
  const { errors: found, submitCount: sendings } = formState
  const failure = useMemo(() => {
    const errors: Record<string, SpokenError> = {}
    for (const [name, error] of Object.entries(found)) {
      if (typeof error?.message === 'string') errors[name === 'root' ? '' : name] = { text: error.message }
    }
    if (Object.keys(errors).length > 0)
      return { heading: words.errorsHeading, titlePart: words.errorsHeading, errors, occasion: sendings }
    return state.status === 'failed' ? state : null
  }, [found, sendings, state, words])

  return (
    <FormFrame
      send={send}
      onSubmit={(event) => {
        event.preventDefault()
        if (isPending) return
        form.current = event.currentTarget
        const data = sentDataOf(event.currentTarget, event.nativeEvent)
        const submit = () => startTransition(() => send(data))
        const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
        if (submitter instanceof HTMLButtonElement && submitter.formNoValidate) submit()
        else void handleSubmit(submit)(event)
      }}
      isPending={isPending}
      failure={failure}
      values={state.status === 'failed' ? state.values : values}
      words={words}
      register={register}
      className={className}
    >
      {children}
    </FormFrame>
  )
}

/** What the schema finds, in words. An error without words here is left to the server. */
async function errorsFoundIn(
  check: CheckName,
  fields: ReturnType<typeof readFields>,
  locale: Locale,
): Promise<HookErrors<Answers>> {
  const [schema, wordsOf] = await Promise.all([checkOf(check), errorWordsFor(locale)])
  const parsed = schema.safeParse(fields)
  if (parsed.success) return {}
  const spoken: Record<string, { type: string; message: string }> = {}
  for (const [field, [error]] of Object.entries(errorsOf(parsed.error.issues))) {
    const text = error === undefined ? null : wordsOf(error.key, error.params)
    if (text !== null) spoken[field === '' ? 'root' : field] = { type: 'check', message: text }
  }
  return spoken
}
