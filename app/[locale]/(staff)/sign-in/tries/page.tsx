import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { wrongProofsBefore } from '@/lib/auth/own-session'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../gate'
import { afterSignIn } from '../first-page'

type Props = PageProps<'/[locale]/sign-in/tries'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.tries_title') }
}

/** After many wrong tries and a right one: the person is told before anything else. */
export default async function TriesPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { next } = await searchParams
  const grant = await requireGrant('session.own', { locale })
  const count = await wrongProofsBefore(grant)
  const t = translatorFor(locale)
  return (
    <Gate locale={locale} title={t('account.tries_heading', { count })}>
      <Note tone="care">{t('account.tries_lead')}</Note>
      <LinkButton href={afterSignIn(locale, next, grant.actor.role)}>{t('account.tries_mine')}</LinkButton>
      <p>
        <a href={`/${locale}/settings/account`}>{t('account.tries_not_mine')}</a>
      </p>
    </Gate>
  )
}
