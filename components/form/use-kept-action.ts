'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useActionState, useMemo } from 'react'
import type { SpokenState } from '@/lib/http/spoken-state'
import { SPOKEN_IDLE } from '@/lib/http/spoken-state'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormWords } from './form-context'

type Answering<S> = (previous: S | SpokenState, data: FormData) => Promise<S | SpokenState>

/** Letters and markers of a post; more than this the server does not take (next.config.js, bodySizeLimit). */
const BYTES_MAXIMUM = 1_900_000

/**
 * useActionState for a form whose words must outlive a failing post: without network, or when no answer comes that can
 * be read, the form stays as it stands and says so. A form of a page that was renewed meanwhile goes the browser's own way. On the server the action itself is used, because only that can be
 * posted without scripts.
 */
export function useKeptAction<S = SpokenState>(action: Answering<S>, values: FieldValues, words: FormWords) {
  const kept = useMemo<Answering<S>>(() => {
    if (typeof window === 'undefined') return action
    return async (previous, data) => {
      const failed = (text: string): SpokenState => ({
        status: 'failed',
        heading: words.failedHeading,
        titlePart: words.failedHeading,
        errors: { '': { text } },
        // The values the fields began with: what is typed stands in the fields themselves.
        values: valuesOf(previous) ?? values,
      })
      if (sizeOf(data) > BYTES_MAXIMUM) return failed(words.tooLong)
      try {
        return await action(previous, data)
      } catch (error) {
        // A redirect travels as an error, too.
        unstable_rethrow(error)
        // The page is of a former version: the server answers with what was typed (lib/web-server/renewed-sender.ts).
        if (unstable_isUnrecognizedActionError(error)) return await leaveWith(data)
        return failed(isNetworkLost(error) ? words.noNetwork : words.notSent)
      }
    }
  }, [action, values, words])
  return useActionState<S | SpokenState, FormData>(kept, SPOKEN_IDLE as Awaited<S | SpokenState>)
}

/** Posts as the browser does without scripts. */
function leaveWith(data: FormData): Promise<never> {
  const form = document.createElement('form')
  form.method = 'post'
  form.enctype = 'multipart/form-data'
  form.hidden = true
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  HTMLFormElement.prototype.submit.call(form)
  return new Promise(() => undefined)
}

function valuesOf(state: unknown): FieldValues | undefined {
  return typeof state === 'object' && state !== null && 'values' in state ? (state.values as FieldValues) : undefined
}

/** A fetch that reached nobody fails with a TypeError in every browser; the words of it differ. */
function isNetworkLost(error: unknown): boolean {
  return !navigator.onLine || error instanceof TypeError
}

function sizeOf(data: FormData): number {
  const encoder = new TextEncoder()
  let bytes = 0
  for (const [, value] of data) bytes += typeof value === 'string' ? encoder.encode(value).length : value.size
  return bytes
}
