import type { Metadata } from 'next'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Brand } from '@/components/ui/logo'
import { signOutAction } from './actions'

type Props = PageProps<'/[locale]/sign-out'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('common.sign_out') }
}

export default async function SignOutPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const t = translatorFor(locale)
  return (
    <div className="gate app">
      <header>
        <Brand href={`/${locale}`} name="Fair Passage" />
      </header>
      <main id="main">
        <h1>{t('cases.sign_out_question')}</h1>
        <form className="stack" action={signOutAction.bind(null, locale)}>
          <button className="btn">{t('common.sign_out')}</button>
        </form>
        <p>
          <a href={`/${locale}/cases`}>{t('cases.back_to_cases')}</a>
        </p>
      </main>
    </div>
  )
}
