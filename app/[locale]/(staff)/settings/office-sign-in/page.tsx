import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { requireStepUp } from '@/lib/access/step-up'
import { callbackAddress } from '@/lib/auth/office/set-out'
import type { ProviderSettings } from '@/lib/data/identity-providers'
import type { FieldValues } from '@/lib/http/form-fields'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readProvider } from '@/lib/usecases/account/identity-provider'
import { heldValues } from '../../cases/[number]/held-form'
import { setProviderAction, tryProviderAction } from './actions'

type Props = PageProps<'/[locale]/settings/office-sign-in'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.office_title') }
}

/** Where the people of this office sign in with the office's own account. */
export default async function OfficeSignInSettingsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { done, tried } = await searchParams
  const returnTo = `/${locale}/settings/office-sign-in`
  const grant = await requireGrant('staff.manage', { locale, returnTo })
  await requireStepUp(grant, { locale, returnTo })
  const kept = await readProvider(grant)
  const held = await heldValues({ name: 'office-sign-in', number: 'new' })
  const t = translatorFor(locale)
  const triedKey = `account.office_try_${String(tried)}`
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('account.office_title')}
      />
      <PageTitle title={t('account.office_title')} about={t('account.office_about')} />
      {done === undefined ? null : (
        <Note tone="ok" announced>
          {t('account.office_kept')}
        </Note>
      )}
      {t.has(triedKey) ? (
        <Note tone={tried === 'found' ? 'ok' : 'care'} announced>
          {t(triedKey)}
        </Note>
      ) : null}
      <p>
        {t('account.office_callback')} <code>{await callbackAddress(grant.actor.officeId)}</code>
      </p>
      <ActionForm
        locale={locale}
        action={setProviderAction.bind(null, locale)}
        values={held ?? valuesOf(kept)}
        className="stack narrow"
      >
        <TextField
          name="issuer"
          label={t('account.office_issuer')}
          hint={t('account.office_issuer_hint')}
          spellCheck={false}
        />
        <TextField name="clientId" label={t('account.office_client')} spellCheck={false} />
        <TextField
          name="secret"
          type="password"
          label={t('account.office_secret')}
          hint={t(kept === null ? 'account.office_secret_new' : 'account.office_secret_kept')}
          autoComplete="new-password"
        />
        <TextField
          name="domains"
          label={t('account.office_domains')}
          hint={t('account.office_domains_hint')}
          spellCheck={false}
        />
        <TextField
          name="acrValues"
          label={t('account.office_acr')}
          hint={t('account.office_acr_hint')}
          spellCheck={false}
        />
        <TickBox name="isOn" text={t('account.office_on')} help={t('account.office_on_help')} />
        <div className="acts">
          <SubmitButton>{t('account.office_keep')}</SubmitButton>
        </div>
      </ActionForm>
      {kept === null ? null : (
        <form action={tryProviderAction.bind(null, locale)} className="acts">
          <button className="btn alt">{t('account.office_try')}</button>
        </form>
      )}
    </>
  )
}

function valuesOf(kept: ProviderSettings | null): FieldValues {
  if (kept === null) return {}
  const { issuer, clientId, domains, acrValues, isOn } = kept
  return {
    issuer,
    clientId,
    domains: domains.join(' '),
    acrValues: acrValues.join(' '),
    ...(isOn ? { isOn: 'yes' } : {}),
  }
}
