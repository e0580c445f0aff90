import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../gate'

type Props = PageProps<'/[locale]/invitation/done'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.invitation_title') }
}

export default async function InvitationDonePage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const t = translatorFor(locale)
  return (
    <Gate locale={locale} title={t('settings.invitation_done_heading')}>
      <p>{t('settings.invitation_done_lead')}</p>
      <LinkButton href={`/${locale}/sign-in`}>{t('settings.invitation_sign_in')}</LinkButton>
    </Gate>
  )
}
