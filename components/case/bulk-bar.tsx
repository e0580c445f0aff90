import type { Translator } from '@/lib/i18n/translate'

/** What can be done with the cases that are ticked above; each button opens a page of its own. */
export function BulkBar({ t, mayAssign }: { t: Translator; mayAssign: boolean }) {
  return (
    <div className="acts bulk" role="group" aria-label={t('cases.bulk_bar')}>
      <span className="mute">{t('cases.bulk_bar')}</span>
      {mayAssign ? (
        <button className="btn alt" name="act" value="assign" data-key="a">
          {t('cases.bulk_assign')}
        </button>
      ) : null}
      <button className="btn alt" name="act" value="hand_over" data-key={mayAssign ? undefined : 'a'}>
        {t('cases.bulk_hand_over')}
      </button>
      <button className="btn alt" name="act" value="label">
        {t('cases.bulk_label')}
      </button>
      <button className="btn alt" name="act" value="unlabel">
        {t('cases.bulk_unlabel')}
      </button>
    </div>
  )
}
