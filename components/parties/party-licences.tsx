import { wordOf } from '@/components/case/words'
import type { StoredLicence } from '@/lib/domain/parties/shown-party'
import { formatDay, formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** The licences of a party, each with all that was said about it, the latest first. */
export function PartyLicences({
  t,
  licences,
  address,
}: {
  t: Translator
  licences: readonly StoredLicence[]
  address: string | null
}) {
  return (
    <section className="block" id="licences">
      <h2>{t('parties.licences')}</h2>
      {licences.length === 0 ? <p className="mute">{t('parties.regime_none')}</p> : null}
      {licences.map((licence) => (
        <div className="tight" key={licence.id}>
          <h3>
            {wordOf(t, `parties.regime_${licence.regime}`, licence.regime)}:{' '}
            <span className="code">{licence.number}</span>
          </h3>
          <p>
            <b>{wordOf(t, `parties.status_${licence.status}`, licence.status)}</b>{' '}
            {[licence.fromOn, licence.toOn].some(Boolean)
              ? `${licence.fromOn === null ? '…' : formatDay(licence.fromOn, t.locale)} – ${licence.toOn === null ? '…' : formatDay(licence.toOn, t.locale)}`
              : null}
          </p>
          <ul className="history">
            {licence.statuses.map((status) => (
              <li key={status.id}>
                {wordOf(t, `parties.status_${status.status}`, status.status)}
                {status.sinceOn === null
                  ? ''
                  : ` ${t('parties.status_since', { day: formatDay(status.sinceOn, t.locale) })}`}
                {' · '}
                {formatDayOf(status.notedAt, t.locale)} · {status.source}
                {status.withdrawnAt === null ? null : <small> ({t('parties.status_withdrawn')})</small>}
              </li>
            ))}
          </ul>
          {address === null ? null : (
            <p className="noprint">
              <a href={`${address}/licences/${licence.id}`}>{t('parties.status_add')}</a>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
