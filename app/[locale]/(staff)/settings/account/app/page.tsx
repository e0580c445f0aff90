import type { Metadata } from 'next'
import { AppForm } from '@/components/account/app-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { appWords } from '@/lib/auth/app-code'
import { pendingApp } from '@/lib/auth/second-factor'
import { findStaffEmail } from '@/lib/data/staff-credentials'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { CODE_REFUSALS } from '../../../sign-in/refusals'
import { accountPath, provenAccount } from '../own-account'
import { changeAppAction } from './actions'

type Props = PageProps<'/[locale]/settings/account/app'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.app_heading') }
}

/** Another authenticator app, after proving who it is. */
export default async function AppPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const { grant, door, sessionId } = await provenAccount(locale, '/app')
  const { id, displayName } = grant.actor
  const email = await within(door, (on) => findStaffEmail(on, id))
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs trail={[{ href: accountPath(locale), name: displayName }]} here={t('account.app_heading')} />
      <PageTitle title={t('account.app_heading')} about={t('account.app_about')} />
      <AppForm
        t={t}
        app={appWords(await pendingApp(sessionId, id), email)}
        action={changeAppAction.bind(null, locale)}
        refusals={CODE_REFUSALS}
      />
    </>
  )
}
