import { keptDraft } from '../pin-lock'
import { canSeal } from '../store'
import type { ReportHere } from './report-state'

/** Under every question: the offer to keep the answers on this phone, or, once kept, to delete them with one press. */
export function KeepLink({ here }: { here: ReportHere }) {
  const { tongue, seal, base, go, keep } = here
  const { t } = tongue
  if (!canSeal()) return <p className="hint">{t('offline.only_screen')}</p>
  if (seal === null) {
    return (
      <p className="hint">
        {t('offline.only_screen')}{' '}
        <button type="button" className="back" onClick={() => go(`${base}/keep`)}>
          {t('offline.keep_link')}
        </button>
      </p>
    )
  }
  return (
    <p className="hint">
      {t('offline.kept')}{' '}
      <button
        type="button"
        className="back"
        onClick={() => {
          void keptDraft.remove().then(() => keep(null))
        }}
      >
        {t('offline.kept_delete')}
      </button>
    </p>
  )
}
