import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LinkButton } from '@/components/ui/link-button'
import { wayToProvider } from '@/lib/auth/office/set-out'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../../gate'

type Props = PageProps<'/[locale]/sign-in/office/go'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.office_enter_title') }
}

/** Leads to the provider by a link: a form may lead nowhere but to us (form-action), with scripts and without. */
export default async function GoToProviderPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const way = await wayToProvider()
  if (way === null) redirect(`/${locale}/sign-in/office`)
  const t = translatorFor(locale)
  return (
    <Gate locale={locale} title={t('account.office_go_heading')} lead={t('account.office_go_lead', { host: way.host })}>
      <p className="acts">
        <LinkButton href={way.to}>{t('account.office_go', { host: way.host })}</LinkButton>
      </p>
      <p>
        <a href={`/${locale}/sign-in`}>{t('account.office_with_password')}</a>
      </p>
    </Gate>
  )
}
