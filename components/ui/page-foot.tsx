import { CommentLink } from './comment-link'
import { isReviewed } from '@/lib/i18n/reviews'
import type { Translator } from '@/lib/i18n/translate'

/** The foot of every worker page; says so when no native reader has passed the language yet. */
export function PageFoot({ t }: { t: Translator }) {
  return (
    <footer className="foot">
      <ul>
        <li>
          <a href={`/${t.locale}/rights/information`}>{t('common.foot_information')}</a>
        </li>
        <li>
          <a href={`/${t.locale}/help`}>{t('common.foot_help')}</a>
        </li>
        <li>
          <a href={`/${t.locale}/rights`}>{t('common.foot_rights')}</a>
        </li>
        <li>
          <a href={`/${t.locale}/safety`}>{t('common.foot_safety')}</a>
        </li>
        <li>
          <a href={`/${t.locale}/data`}>{t('open_data.foot')}</a>
        </li>
      </ul>
      {isReviewed(t.locale) ? null : (
        <p>
          {t('common.translation_note')} <CommentLink locale={t.locale} text={t('rights.comment_link')} />
        </p>
      )}
    </footer>
  )
}
