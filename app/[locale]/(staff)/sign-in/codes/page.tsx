import type { Metadata } from 'next'
import { CodesForm } from '@/components/account/codes-form'
import { codesWords } from '@/components/account/codes-words'
import { LinkButton } from '@/components/ui/link-button'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../gate'
import { afterSignIn } from '../first-page'
import { makeCodesAction } from './actions'

type Props = PageProps<'/[locale]/sign-in/codes'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.codes_title') }
}

/** After the first second factor: codes for when it is lost. */
export default async function CodesPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { next } = await searchParams
  const grant = await requireGrant('session.own', { locale })
  const t = translatorFor(locale)
  return (
    <Gate locale={locale} title={t('account.codes_heading')} lead={t('account.codes_lead')}>
      <CodesForm action={makeCodesAction.bind(null, locale, `/${locale}/settings/account`)} words={codesWords(t)} />
      <p className="acts">
        <LinkButton look="alt" href={afterSignIn(locale, next, grant.actor.role)}>
          {t('account.codes_go')}
        </LinkButton>
      </p>
    </Gate>
  )
}
