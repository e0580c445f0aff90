import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AppSecret } from '@/components/account/app-secret'
import { PasskeyButton } from '@/components/account/passkey-button'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Note } from '@/components/ui/note'
import { appWords } from '@/lib/auth/app-code'
import { currentHalfOpen } from '@/lib/auth/half-open'
import { passkeySite } from '@/lib/auth/passkeys'
import { factorResetOf, factorsOf, pendingApp } from '@/lib/auth/second-factor'
import { browserKindOf } from '@/lib/domain/browser-kind'
import { safeNext } from '@/lib/http/safe-next'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { browserWords } from '@/components/account/browser-words'
import { Gate } from '../../gate'
import { stepPath } from '../first-page'
import { CODE_REFUSALS } from '../refusals'
import { askFirstPasskeyAction, setUpAppAction, setUpPasskeyAction } from './actions'

type Props = PageProps<'/[locale]/sign-in/set-up'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.set_up_title') }
}

/** The first second factor of somebody: before anything else opens. */
export default async function SetUpPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { next: wanted } = await searchParams
  const next = safeNext(wanted) ?? ''
  const half = await currentHalfOpen()
  if (!half) redirect(stepPath(locale, '', next))
  const { hasApp, passkeys } = await factorsOf(half.actor.id)
  if (hasApp || passkeys > 0) redirect(stepPath(locale, 'second', next))
  const t = translatorFor(locale)
  const reset = await factorResetOf(half.actor.id)
  const app = appWords(await pendingApp(half.sessionId, half.actor.id), half.email)
  const kind = browserKindOf((await headers()).get('user-agent'))
  return (
    <Gate locale={locale}>
      <div className="tight">
        <h1>{t('account.set_up_heading')}</h1>
        <p className="mute">{t('account.set_up_lead')}</p>
      </div>
      {reset === null ? null : (
        <Note tone="care">{t('account.reset_told', { name: reset.by, day: formatDayOf(reset.at, locale) })}</Note>
      )}
      <section className="stack" aria-labelledby="app-heading">
        <h2 id="app-heading">{t('account.app_heading')}</h2>
        <AppSecret t={t} {...app} />
        <ActionForm locale={locale} action={setUpAppAction.bind(null, locale, next)} refusals={CODE_REFUSALS}>
          <TextField
            name="code"
            label={t('account.app_code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            width="m"
          />
          <SubmitButton>{t('account.app_send')}</SubmitButton>
        </ActionForm>
      </section>
      {(await passkeySite()) === null ? null : (
        <section className="stack" aria-labelledby="passkey-heading">
          <h2 id="passkey-heading">{t('account.passkey_heading')}</h2>
          <p>{t('account.passkey_lead')}</p>
          <PasskeyButton
            act="add"
            ask={askFirstPasskeyAction.bind(null, locale, next)}
            finish={setUpPasskeyAction.bind(null, locale, next)}
            words={{
              button: t('account.passkey_add'),
              failed: t('account.passkey_failed'),
              waiting: t('account.passkey_waiting'),
              unscripted: t('account.passkey_unscripted'),
              name: {
                label: t('account.passkey_name'),
                hint: t('account.passkey_name_hint'),
                usual: browserWords(t, kind),
              },
            }}
          />
        </section>
      )}
    </Gate>
  )
}
