import { Note } from '@/components/ui/note'
import type { Translator } from '@/lib/i18n/translate'

const WORDS = {
  fresh: { key: 'report.fresh', tone: 'info' },
  gone: { key: 'report.gone', tone: 'info' },
  full: { key: 'report.fees_full', tone: 'info' },
  removed: { key: 'report.fee_removed', tone: 'ok' },
  deleted: { key: 'report.deleted', tone: 'ok' },
  locked: { key: 'report.pin_done', tone: 'ok' },
  unlocked: { key: 'report.pin_removed', tone: 'ok' },
  digits_wrong: { key: 'report.rest_pin_deleted', tone: 'info' },
  sent: { key: 'report.receipt_already', tone: 'info' },
} as const

/** What happened before this page, said once; it comes with the address (`?fresh=1`). */
export function SaidOnce({
  t,
  search,
}: {
  t: Translator
  search: Readonly<Record<string, string | string[] | undefined>>
}) {
  const word = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((name) => search[name] === '1')
  if (word === undefined) return null
  const { key, tone } = WORDS[word]
  return (
    <Note tone={tone} announced>
      <p>{t(key)}</p>
    </Note>
  )
}
