import type { Metadata } from 'next'
import { MethodsView } from '@/components/open-data/methods-view'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

type MethodsProps = PageProps<'/[locale]/data/methods'>

export async function generateMetadata({ params }: MethodsProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('open_data.methods') }
}

/** How public numbers are made, and what each means. */
export default async function MethodsPage({ params }: MethodsProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  return (
    <div className="page">
      <main id="main">
        <p className="noprint">
          <a href={`/${locale}/data`}>{t('open_data.all_tables')}</a>
        </p>
        <MethodsView t={t} />
      </main>
    </div>
  )
}
