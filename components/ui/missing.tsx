import type { Translator } from '@/lib/i18n/translate'
import { LinkButton } from './link-button'

/** Not there, or not for you: the same words, so that an address tells nothing. */
export function Missing({ t, home }: { t: Translator; home: string }) {
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('errors.missing_heading')}</h1>
          <p className="lead">{t('errors.missing_lead')}</p>
        </div>
        <div className="acts">
          <LinkButton href={home}>{t('common.first_page')}</LinkButton>
        </div>
      </main>
    </div>
  )
}
