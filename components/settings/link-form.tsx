import type { ReactNode } from 'react'
import { formWords } from '@/components/form/form-words'
import type { FieldValues } from '@/lib/http/form-fields'
import { IDLE, type FormState } from '@/lib/http/form-state'
import { speak, type RefusalKeys } from '@/lib/http/spoken-state'
import { formatDayOf } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { LinkFormShell, type SpokenLinkState } from './link-form-shell'

/** What an action answers that makes a link: the link itself, said once, or what any form is told. */
export type LinkState = FormState | { readonly status: 'made'; readonly link: string; readonly expiresAt: Date }
export type LinkAction = (previous: FormState, data: FormData) => Promise<LinkState>

const NO_VALUES: FieldValues = {}

/** A form whose answer is a link to hand over. The link is in the answer to this one post and nowhere else. */
export function LinkForm({
  locale,
  action,
  values = NO_VALUES,
  refusals,
  children,
}: {
  locale: Locale
  action: LinkAction
  values?: FieldValues
  refusals?: RefusalKeys
  children: ReactNode
}) {
  const t = translatorFor(locale)
  async function spokenAction(_previous: SpokenLinkState, data: FormData): Promise<SpokenLinkState> {
    'use server'
    const speaker = translatorFor(locale)
    const state = await action(IDLE, data)
    if (state.status !== 'made') return speak(state, speaker, refusals)
    return {
      status: 'made',
      link: state.link,
      until: speaker('settings.link_until', { day: formatDayOf(state.expiresAt, locale) }),
    }
  }
  return (
    <LinkFormShell
      action={spokenAction}
      values={values}
      formWords={formWords(t)}
      linkWords={{
        heading: t('settings.link_heading'),
        once: t('settings.link_once'),
        label: t('settings.link_label'),
        copy: t('settings.link_copy'),
        copied: t('settings.link_copied'),
      }}
    >
      {children}
    </LinkFormShell>
  )
}
