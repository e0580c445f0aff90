import type { ReactNode } from 'react'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import { runFormAction } from '@/lib/http/run-form-action'
import type { RefusalKeys, SpokenState } from '@/lib/http/spoken-state'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { CheckedFormShell } from './checked-form-shell'
import type { CheckName } from './checks'
import { FormShell } from './form-shell'

const NO_VALUES: FieldValues = {}

/**
 * A form around a server action. Works without scripts (native post, errors and typed values come back with the page)
 * and better with them (no reload, one press, focus on what to check).
 * `values` are the answers known so far; after an error what was typed comes first.
 * `check` names a schema that is also tried on the phone before sending (components/form/checks.ts).
 */
export function ActionForm({
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
  check?: CheckName
  lists?: readonly string[]
  className?: string
  children: ReactNode
}) {
  const t = translatorFor(locale)
  const words = {
    check: t('common.check_sign'),
    sentOnce: t('common.sent_once'),
    errorsHeading: t('errors.look_again'),
  }
  // The words are found here, on the server, so that no catalog travels to the phone.
  async function spokenAction(_previous: SpokenState, data: FormData): Promise<SpokenState> {
    'use server'
    return runFormAction(action, data, translatorFor(locale), refusals)
  }
  if (check === undefined) {
    return (
      <FormShell action={spokenAction} values={values} words={words} className={className}>
        {children}
      </FormShell>
    )
  }
  return (
    <CheckedFormShell
      action={spokenAction}
      values={values}
      words={words}
      className={className}
      check={check}
      lists={lists}
      locale={locale}
    >
      {children}
    </CheckedFormShell>
  )
}
