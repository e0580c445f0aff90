import { Note } from '@/components/ui/note'
import type { Release } from '@/lib/domain/statistics/released-table'
import { muchHeldBack } from '@/lib/domain/statistics/workbench/held-back'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Why so much is held back, as in the first months of a service, and what shows more. Nothing where little is. */
export function HeldBackNote({ t, release: { tables, facts } }: { t: Translator; release: Release }) {
  const much = muchHeldBack(tables)
  if (much === null) return null
  const count = (value: number) => formatCount(value, t.locale)
  return (
    <Note tone="info">
      <p>
        <b>{t('statistics.much_held_back', { held: count(much.held), all: count(much.all) })}</b>{' '}
        {t('statistics.much_held_back_why', { threshold: facts.query.threshold })}
      </p>
    </Note>
  )
}
