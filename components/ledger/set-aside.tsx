import type { LedgerLine } from '@/lib/domain/fees/ledger/ledger'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayLine } from './line-words'

/** Payments that do not count any more: taken out, or split into parts; the worker's words stay, and both can be put back. */
export function SetAside({ t, lines, fees }: { t: Translator; lines: readonly LedgerLine[]; fees: string }) {
  if (lines.length === 0) return null
  return (
    <section className="block" id="set-aside">
      <h2>{t('ledger.set_aside_heading')}</h2>
      <ul className="plainlist">
        {lines.map((line) => (
          <li key={line.id}>
            <span>{sayLine(t, line)}</span>
            {line.amountAsTyped === null ? null : <small>{t('ledger.as_typed', { words: line.amountAsTyped })}</small>}
            <small>{sayWhy(t, line)}</small>
            <a className="noprint" href={`${fees}/lines/${line.id}/back`}>
              {t('ledger.back_button')}
              <span className="vh">: {sayLine(t, line)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayWhy(t: Translator, { removedAt, splitAt }: LedgerLine): string {
  if (removedAt !== null) return t('ledger.removed_on', { day: formatDayOf(removedAt, t.locale) })
  return splitAt === null ? '' : t('ledger.split_on', { day: formatDayOf(splitAt, t.locale) })
}
