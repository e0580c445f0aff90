import '@/app/styles/paper.css'
import type { Metadata } from 'next'
import { PaperForm } from '@/components/paper/paper-form'
import { LOCALE_FACTS, LOCALES, toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

type Props = PageProps<'/[locale]/paper'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.paper_title') }
}

/** The report on paper, for who has no phone or no trust in one. Nothing on it says at a glance what it is. */
export default async function PaperPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  return (
    <div className="page">
      <main id="main" className="paper-form">
        <p className="noprint hint">{t('report.paper_print')}</p>
        <p className="noprint paper-languages">
          {LOCALES.map((value) => (
            <a key={value} href={`/${value}/paper`} lang={value} aria-current={value === locale ? 'page' : undefined}>
              {LOCALE_FACTS[value].ownName}
            </a>
          ))}
        </p>
        <h1>{t('report.paper_title')}</h1>
        <p>{t('report.paper_how')}</p>
        <p>{t('report.paper_safe')}</p>
        <PaperForm t={t} />
      </main>
    </div>
  )
}
