import type { Translator } from '@/lib/i18n/translate'

/** What to do without the code. We cannot give it again: only its hash is kept. */
export function LostCode({ t }: { t: Translator }) {
  return (
    <details className="more">
      <summary>{t('track.open_lost')}</summary>
      <div className="tight">
        <p>{t('track.open_lost_officer')}</p>
        <p>{t('track.open_lost_help')}</p>
        <p className="row">
          <a href={`/${t.locale}/help`}>{t('track.open_lost_call')}</a>
          <a href={`/${t.locale}/report`}>{t('track.open_lost_write')}</a>
        </p>
      </div>
    </details>
  )
}
