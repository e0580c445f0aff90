import type { AccountChangeTold } from '@/lib/domain/account-changes'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What was changed of one's own account lately, the latest first. */
export function ChangeList({ t, changes }: { t: Translator; changes: readonly AccountChangeTold[] }) {
  if (changes.length === 0) return <p>{t('account.changes_none')}</p>
  return (
    <ul className="own-list">
      {changes.map(({ change, at, by }) => (
        <li key={`${change} ${at.toISOString()}`}>
          {t(`account.change_${change}`)}
          <br />
          <small>
            <time dateTime={at.toISOString()}>{formatInstant(at, t.locale)}</time>
            {by === null ? null : ` · ${t('account.change_by', { name: by })}`}
          </small>
        </li>
      ))}
    </ul>
  )
}
