import type { ReactNode } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import { runFormAction } from '@/lib/http/run-form-action'
import type { RefusalKeys, SpokenState } from '@/lib/http/spoken-state'
import type { Locale } from '@/lib/i18n/locales'
import { requestWords } from '@/lib/i18n/request-locale'
import { FormShell } from './form-shell'
import { formWords } from './form-words'

const NO_VALUES: FieldValues = {}

/**
 * A form around a server action. Works without scripts (native post, errors and typed values come back with the page)
 * and better with them (no reload, one press, focus on what to check).
 * `values` are the answers known so far; after an error what was typed comes first.
 * A form that is also checked on the phone before sending is CheckedActionForm: its scripts stay off all other pages.
 */
export async function ActionForm({
  locale,
  action,
  values = NO_VALUES,
  refusals,
  className = 'stack',
  id,
  children,
}: {
  locale: Locale
  action: FormAction
  values?: FieldValues
  refusals?: RefusalKeys
  className?: string
  id?: string
  children: ReactNode
}) {
  // The words are found here, on the server, so that no catalog travels to the phone.
  async function spokenAction(_previous: SpokenState, data: FormData): Promise<SpokenState> {
    'use server'
    return runFormAction(action, data, await requestWords(locale), refusals)
  }
  return (
    <FormShell
      action={spokenAction}
      values={values}
      words={formWords(await requestWords(locale))}
      className={className}
      id={id}
    >
      {children}
    </FormShell>
  )
}
