import type { ReactNode } from 'react'
import { formWords } from '@/components/form/form-words'
import type { FieldValues } from '@/lib/http/form-fields'
import { IDLE, type FormState } from '@/lib/http/form-state'
import { runFormAction } from '@/lib/http/run-form-action'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { PreviewFormShell } from './preview-form-shell'
import type { PreviewAction, PreviewState, SpokenPreviewState } from './preview-state'

/**
 * A form whose answers are shown as what they would change before anything is saved. Both steps are one address and one action,
 * so that it works without scripts; what was typed travels with the page.
 */
export function PreviewForm({
  locale,
  action,
  values,
  refusals,
  children,
}: {
  locale: Locale
  action: PreviewAction
  values: FieldValues
  refusals?: RefusalKeys
  children: ReactNode
}) {
  async function spokenAction(_previous: SpokenPreviewState, data: FormData): Promise<SpokenPreviewState> {
    'use server'
    const shown: PreviewState[] = []
    const spoken = await runFormAction(
      async (previous, posted) => {
        const state = await action(previous, posted)
        if (isFormState(state)) return state
        shown.push(state)
        return IDLE
      },
      data,
      translatorFor(locale),
      refusals,
    )
    return shown[0] ?? spoken
  }
  const t = translatorFor(locale)
  return (
    <PreviewFormShell
      action={spokenAction}
      values={values}
      words={formWords(t)}
      again={t('settings.preview_again')}
      look={t('settings.preview_look')}
    >
      {children}
    </PreviewFormShell>
  )
}

function isFormState(state: Awaited<ReturnType<PreviewAction>>): state is FormState {
  return (['idle', 'invalid', 'refused', 'held'] as readonly string[]).includes(state.status)
}
