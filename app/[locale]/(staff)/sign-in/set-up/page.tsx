import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { AppForm } from '@/components/account/app-form'
import { AddPasskey } from '@/components/account/passkey-forms'
import { Note } from '@/components/ui/note'
import { appWords } from '@/lib/auth/app-code'
import { passkeySite } from '@/lib/auth/passkeys'
import { factorResetOf, pendingApp } from '@/lib/auth/second-factor'
import { browserKindOf } from '@/lib/domain/browser-kind'
import { safeNext } from '@/lib/http/safe-next'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../gate'
import { halfOpenAt } from '../half-open-step'
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
  const { half } = await halfOpenAt('set-up', locale, next)
  const t = translatorFor(locale)
  const reset = await factorResetOf(half.actor.id)
  const app = appWords(await pendingApp(half.sessionId, half.actor.id), half.email)
  const kind = browserKindOf((await headers()).get('user-agent'))
  return (
    <Gate locale={locale} title={t('account.set_up_heading')} lead={t('account.set_up_lead')}>
      {reset === null ? null : (
        <Note tone="care">{t('account.reset_told', { name: reset.by, day: formatDayOf(reset.at, locale) })}</Note>
      )}
      <section className="stack" aria-labelledby="app-heading">
        <h2 id="app-heading">{t('account.app_heading')}</h2>
        <AppForm t={t} app={app} action={setUpAppAction.bind(null, locale, next)} refusals={CODE_REFUSALS} />
      </section>
      {(await passkeySite()) === null ? null : (
        <section className="stack" aria-labelledby="passkey-heading">
          <h2 id="passkey-heading">{t('account.passkey_heading')}</h2>
          <p>{t('account.passkey_lead')}</p>
          <AddPasskey
            t={t}
            kind={kind}
            ask={askFirstPasskeyAction.bind(null, locale, next)}
            finish={setUpPasskeyAction.bind(null, locale, next)}
          />
        </section>
      )}
    </Gate>
  )
}
