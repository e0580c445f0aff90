import type { Metadata } from 'next'
import { UsePasskey } from '@/components/account/passkey-forms'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { passkeySite } from '@/lib/auth/passkeys'
import { demonstrationCode, factorsOf } from '@/lib/auth/second-factor'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../gate'
import { afterSignIn } from '../first-page'
import { CODE_REFUSALS } from '../refusals'
import { askPasskeyAgainAction, proveCodeAction, provePasskeyAction, provePasswordAction } from './actions'

type Props = PageProps<'/[locale]/sign-in/again'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.again_title') }
}

/** Asks somebody who is signed in to prove again who it is: with the password, a code or a passkey. Leads back. */
export default async function ProveAgainPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { next: wanted, held } = await searchParams
  const next = safeNext(wanted) ?? ''
  const grant = await requireGrant('session.own', { locale, ...(next === '' ? {} : { returnTo: next }) })
  const { passkeys } = await factorsOf(grant.actor.id)
  const demonstrated = await demonstrationCode(grant.actor.id)
  const t = translatorFor(locale)
  return (
    <Gate locale={locale} title={t('account.again_heading')} lead={t('account.again_lead')}>
      {held === undefined ? null : <Note announced>{t('account.again_held')}</Note>}
      <ActionForm locale={locale} action={provePasswordAction.bind(null, locale, next)} refusals={CODE_REFUSALS}>
        <TextField
          name="password"
          type="password"
          label={t('cases.sign_in_password')}
          autoComplete="current-password"
        />
        <SubmitButton>{t('common.continue')}</SubmitButton>
      </ActionForm>
      <p className="or">{t('account.or')}</p>
      {passkeys > 0 && (await passkeySite()) !== null ? (
        <UsePasskey
          t={t}
          ask={askPasskeyAgainAction.bind(null, locale, next)}
          finish={provePasskeyAction.bind(null, locale, next)}
        />
      ) : null}
      {demonstrated === null ? null : <Note>{t('account.demo_code', { code: demonstrated })}</Note>}
      <ActionForm locale={locale} action={proveCodeAction.bind(null, locale, next)} refusals={CODE_REFUSALS}>
        <TextField name="code" label={t('account.code')} autoComplete="one-time-code" spellCheck={false} />
        <SubmitButton look="alt">{t('account.again_code')}</SubmitButton>
      </ActionForm>
      <p>
        <a href={afterSignIn(locale, null, grant.actor.role)}>{t('account.again_back')}</a>
      </p>
    </Gate>
  )
}
