import { Note } from '@/components/ui/note'
import { RECHECK_MONTHS, type AgedSource } from '@/lib/domain/sources/source-age'
import type { Translator } from '@/lib/i18n/translate'

/** Says how many sources were not looked at for more than six months; nothing when all are fresh. */
export function SourcesNotice({ t, sources }: { t: Translator; sources: readonly AgedSource[] }) {
  const count = sources.filter(({ isOld }) => isOld).length
  if (count === 0) return null
  return (
    <Note tone="care">
      {t('settings.sources_old', { count, months: RECHECK_MONTHS })}{' '}
      <a href={`/${t.locale}/settings/sources`}>{t('settings.sources_open')}</a>
    </Note>
  )
}
