import type { Metadata } from 'next'
import { UsePasskey } from '@/components/account/passkey-forms'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Note } from '@/components/ui/note'
import { passkeySite } from '@/lib/auth/passkeys'
import { demonstrationCode } from '@/lib/auth/second-factor'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../gate'
import { halfOpenAt } from '../half-open-step'
import { CODE_REFUSALS } from '../refusals'
import { askPasskeyAction, giveCodeAction, givePasskeyAction } from './actions'

type Props = PageProps<'/[locale]/sign-in/second'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.second_title') }
}

/** The second step of signing in: a code, which needs no script, or a passkey. */
export default async function SecondStepPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { next: wanted } = await searchParams
  const next = safeNext(wanted) ?? ''
  const { half, factors } = await halfOpenAt('second', locale, next)
  const t = translatorFor(locale)
  const demonstrated = await demonstrationCode(half.actor.id)
  const hasPasskey = factors.passkeys > 0 && (await passkeySite()) !== null
  return (
    <Gate
      locale={locale}
      title={t('account.second_heading')}
      lead={t('account.second_lead', { name: half.actor.displayName })}
    >
      {demonstrated === null ? null : <Note>{t('account.demo_code', { code: demonstrated })}</Note>}
      {hasPasskey ? (
        <UsePasskey
          t={t}
          ask={askPasskeyAction.bind(null, locale, next)}
          finish={givePasskeyAction.bind(null, locale, next)}
        />
      ) : null}
      <ActionForm locale={locale} action={giveCodeAction.bind(null, locale, next)} refusals={CODE_REFUSALS}>
        <TextField
          name="code"
          label={t('account.code')}
          hint={t(factors.hasApp ? 'account.code_hint_app' : 'account.code_hint_recovery')}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <SubmitButton>{t('common.continue')}</SubmitButton>
      </ActionForm>
      <p className="mute">
        {t('account.second_lost')} <a href={`/${locale}/sign-in`}>{t('account.start_again')}</a>
      </p>
    </Gate>
  )
}
