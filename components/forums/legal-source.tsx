import type { LegalRule } from '@/lib/domain/forums/legal-rule'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Where a rule on forums or time limits is written, how well it was read, and when; the version for staff. */
export function LegalSource({ t, rule }: { t: Translator; rule: LegalRule }) {
  const { title, article, url } = rule.source
  const name = article === null ? title : `${title}, ${article}`
  const { isVerified, confidence, readOn } = rule.verification
  return (
    <p className="src">
      {/* Titles of laws stay as their publishers wrote them. */}
      <span lang={t.locale === 'en' ? undefined : 'en'}>
        {url === null ? (
          name
        ) : (
          <a href={url} rel="noreferrer">
            {name}
          </a>
        )}
        {rule.note === null ? null : ` · ${rule.note}`}
      </span>
      {` · ${t(isVerified ? 'forums.source_read' : `forums.source_unread_${confidence}`)} · ${t(
        'forums.source_checked',
        {
          date: formatDay(readOn, t.locale),
          id: rule.id,
          version: rule.version,
        },
      )}`}
    </p>
  )
}
