import type { ReactNode } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import { runFormAction } from '@/lib/http/run-form-action'
import type { RefusalKeys, SpokenState } from '@/lib/http/spoken-state'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { CheckedFormShell } from './checked-form-shell'
import type { CheckName } from './checks'
import { formWords } from './form-words'

const NO_VALUES: FieldValues = {}

/**
 * As ActionForm, and `check` names a schema that is also tried on the phone before sending (components/form/checks.ts).
 * In a file of its own, so that pages without it do not load what it needs.
 */
export function CheckedActionForm({
  locale,
  action,
  values = NO_VALUES,
  refusals,
  check,
  lists = [],
  className = 'stack',
  children,
}: {
  locale: Locale
  action: FormAction
  values?: FieldValues
  refusals?: RefusalKeys
  check: CheckName
  lists?: readonly string[]
  className?: string
  children: ReactNode
}) {
  // The words are found here, on the server, so that no catalog travels to the phone.
  async function spokenAction(_previous: SpokenState, data: FormData): Promise<SpokenState> {
    'use server'
    return runFormAction(action, data, translatorFor(locale), refusals)
  }
  return (
    <CheckedFormShell
      action={spokenAction}
      values={values}
      words={formWords(translatorFor(locale))}
      className={className}
      check={check}
      lists={lists}
      locale={locale}
    >
      {children}
    </CheckedFormShell>
  )
}
