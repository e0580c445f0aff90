import { Note } from '@/components/ui/note'
import { partyWords } from '../party-locale'

/** The answer is in. Nothing here says what it was about. */
export default async function ThanksPage({ params }: PageProps<'/[locale]/answer/thanks'>) {
  const t = partyWords((await params).locale, '/answer/thanks')
  return (
    <div className="page">
      <main id="main">
        <h1>{t('answers.thanks_heading')}</h1>
        <Note tone="ok" announced>
          {t('answers.thanks_lead')}
        </Note>
      </main>
    </div>
  )
}
