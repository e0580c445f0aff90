import type { ComponentProps } from 'react'
import type { BrowserKind } from '@/lib/domain/browser-kind'
import type { Translator } from '@/lib/i18n/translate'
import { browserWords } from './browser-words'
import { PasskeyButton } from './passkey-button'

type Acts<A extends 'use' | 'add'> = Pick<Extract<ComponentProps<typeof PasskeyButton>, { act: A }>, 'ask' | 'finish'>

const wordsOf = (t: Translator, button: string) => ({
  button,
  failed: t('account.passkey_failed'),
  waiting: t('account.passkey_waiting'),
  unscripted: t('account.passkey_unscripted'),
})

/** Shows who it is with a passkey. */
export function UsePasskey({ t, ask, finish }: { t: Translator } & Acts<'use'>) {
  return <PasskeyButton act="use" ask={ask} finish={finish} words={wordsOf(t, t('account.passkey_use'))} />
}

/** Makes a passkey, which is named after this browser unless the person says otherwise. */
export function AddPasskey({ t, kind, ask, finish }: { t: Translator; kind: BrowserKind } & Acts<'add'>) {
  const name = { label: t('account.passkey_name'), hint: t('account.passkey_name_hint'), usual: browserWords(t, kind) }
  return <PasskeyButton act="add" ask={ask} finish={finish} words={{ ...wordsOf(t, t('account.passkey_add')), name }} />
}
