import { Pictogram } from '@/components/ui/pictogram'
import type { PictogramName } from '@/components/ui/pictogram-shapes'
import type { MustNotCode, MustNotHere } from '@/lib/domain/rights/must-not'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

const PICTOGRAMS: Readonly<Record<MustNotCode, PictogramName>> = {
  keep_papers: 'passport',
  limit_life: 'door',
  violence: 'threat',
  penalty: 'deposit',
  deposit: 'bond',
  forced_savings: 'bank',
  withhold_pay: 'wallet',
  send_home: 'sendback',
  punish_report: 'bounce',
  hide_costs: 'hidden',
}

/** What an employer must not do, a picture and a short line each, with the place where it is written. */
export function MustNotList({ t, items }: { t: Translator; items: readonly MustNotHere[] }) {
  return (
    <ul className="stack">
      {items.map(({ code, source }) => (
        <li className="note still" key={code}>
          <Pictogram name={PICTOGRAMS[code]} />
          <div>
            <p>
              <b>{t(`rights.must_not_${code}`)}</b>
            </p>
            <p className="src">
              {/* Titles of laws stay as their publishers wrote them. */}
              <span lang={t.locale === 'en' ? undefined : 'en'}>
                {source.article === null ? source.title : `${source.title}, ${source.article}`}
              </span>
              {` · ${t(source.isRead ? 'fees.source_read' : 'fees.source_partly_read')} · ${t('rights.checked_on', {
                day: formatDay(source.checkedOn, t.locale),
              })}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
