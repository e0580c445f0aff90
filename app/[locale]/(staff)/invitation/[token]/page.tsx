import type { Metadata } from 'next'
import { NewPasswordForm } from '@/components/account/new-password-form'
import { doorGrant } from '@/lib/access/door'
import { PASSWORD_MIN_LENGTH } from '@/lib/auth/password'
import { findOpenInvitation } from '@/lib/data/invitations'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { Gate } from '../../gate'
import { acceptInvitationAction } from './actions'

type Props = PageProps<'/[locale]/invitation/[token]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.invitation_title') }
}

export default async function InvitationPage({ params }: Props) {
  const { locale: asked, token } = await params
  const locale = toLocale(asked)
  const t = translatorFor(locale)
  const invitation = await within(doorGrant(), (on) => findOpenInvitation(on, token, now()))
  if (!invitation) {
    return (
      <Gate locale={locale} title={t('settings.invitation_over_heading')}>
        <p>{t('settings.invitation_over_lead')}</p>
        <p>
          <a href={`/${locale}/sign-in`}>{t('settings.invitation_sign_in')}</a>
        </p>
      </Gate>
    )
  }
  return (
    <Gate
      locale={locale}
      title={t('settings.invitation_heading', { name: invitation.displayName })}
      lead={t('settings.invitation_lead', {
        office: invitation.officeName,
        role: t(`codes.staff_role.${invitation.role}`),
        email: invitation.email,
      })}
    >
      <NewPasswordForm
        t={t}
        action={acceptInvitationAction.bind(null, locale, token)}
        minimum={PASSWORD_MIN_LENGTH}
        refusals={{ link_over: 'settings.invitation_over_heading' }}
      >
        <input type="hidden" name="username" value={invitation.email} autoComplete="username" />
      </NewPasswordForm>
    </Gate>
  )
}
