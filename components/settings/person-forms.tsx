import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import type { StaffRole } from '@/lib/access/policy'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { LinkForm, type LinkAction } from './link-form'
import { roleChoices } from './role-choices'

const REFUSALS: RefusalKeys = {
  own_account: 'settings.refused_own_account',
  is_disabled: 'settings.refused_is_disabled',
}

/** What an administrator can change about one person: the role, the link, whether the person may sign in. */
export function PersonForms({
  locale,
  account,
  isYou,
  changeRole,
  renewLink,
  disable,
  enable,
  signOut,
}: {
  locale: Locale
  account: {
    readonly role: StaffRole
    readonly isActive: boolean
    readonly hasPassword: boolean
    readonly version: number
  }
  isYou: boolean
  changeRole: FormAction
  renewLink: LinkAction
  disable: FormAction
  enable: FormAction
  signOut: FormAction
}) {
  const t = translatorFor(locale)
  const version = <input type="hidden" name="version" value={account.version} />
  return (
    <>
      {isYou ? (
        <Note tone="still">{t('settings.own_account_note')}</Note>
      ) : (
        <section className="block" aria-labelledby="role-heading">
          <h2 id="role-heading">{t('settings.role')}</h2>
          <ActionForm locale={locale} action={changeRole} values={{ role: account.role }} refusals={REFUSALS}>
            {version}
            <ChoiceGroup
              name="role"
              kind="radio"
              slim
              legend={t('settings.role_question')}
              hint={t('settings.role_hint')}
              sections={roleChoices(t)}
            />
            <p className="acts">
              <SubmitButton>{t('settings.role_save')}</SubmitButton>
            </p>
          </ActionForm>
        </section>
      )}
      {account.isActive ? (
        <section className="block" aria-labelledby="link-heading">
          <h2 id="link-heading">
            {t(account.hasPassword ? 'settings.renew_heading_password' : 'settings.renew_heading_invited')}
          </h2>
          <p>{t('settings.renew_about')}</p>
          <LinkForm locale={locale} action={renewLink} refusals={REFUSALS}>
            <p className="acts">
              <SubmitButton look="alt">{t('settings.renew_send')}</SubmitButton>
            </p>
          </LinkForm>
        </section>
      ) : null}
      {isYou || !account.isActive ? null : (
        <section className="block" aria-labelledby="sessions-heading">
          <h2 id="sessions-heading">{t('account.person_sessions')}</h2>
          <p>{t('account.sign_out_about')}</p>
          <ActionForm locale={locale} action={signOut} refusals={REFUSALS}>
            {version}
            <p className="acts">
              <SubmitButton look="alt">{t('account.sign_out_send')}</SubmitButton>
            </p>
          </ActionForm>
        </section>
      )}
      {isYou ? null : (
        <section className="block" aria-labelledby="access-heading">
          <h2 id="access-heading">{t(account.isActive ? 'settings.disable_heading' : 'settings.enable_heading')}</h2>
          <p>
            {t(
              account.isActive
                ? 'settings.disable_about'
                : account.hasPassword
                  ? 'settings.enable_about'
                  : 'settings.enable_about_link',
            )}
          </p>
          <ActionForm locale={locale} action={account.isActive ? disable : enable} refusals={REFUSALS}>
            {version}
            <p className="acts">
              <SubmitButton look="alt">
                {t(account.isActive ? 'settings.disable_send' : 'settings.enable_send')}
              </SubmitButton>
            </p>
          </ActionForm>
        </section>
      )}
    </>
  )
}
