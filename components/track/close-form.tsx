import type { Translator } from '@/lib/i18n/translate'

/** Ends the session; a form, because it changes something. */
export function CloseForm({ t, action }: { t: Translator; action: () => Promise<void> }) {
  return (
    <form className="tight" action={action}>
      <p className="hint">{t('track.close_hint')}</p>
      <div className="acts">
        <button type="submit" className="btn alt">
          {t('track.close')}
        </button>
      </div>
    </form>
  )
}
