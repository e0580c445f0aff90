import type { Metadata } from 'next'
import { NewPasswordForm } from '@/components/account/new-password-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { PASSWORD_MIN_LENGTH } from '@/lib/auth/password'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { accountPath, provenAccount } from '../own-account'
import { changePasswordAction } from './actions'

type Props = PageProps<'/[locale]/settings/account/password'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.password_change') }
}

/** A new password of one's own, after proving who it is. */
export default async function PasswordPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const { grant } = await provenAccount(locale, '/password')
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[{ href: accountPath(locale), name: grant.actor.displayName }]}
        here={t('account.password_change')}
      />
      <PageTitle title={t('account.password_change')} about={t('account.password_about')} />
      <NewPasswordForm t={t} action={changePasswordAction.bind(null, locale)} minimum={PASSWORD_MIN_LENGTH} />
    </>
  )
}
