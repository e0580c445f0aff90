import { EMERGENCY_NUMBERS } from '@/lib/domain/referral/emergency'
import type { Translator } from '@/lib/i18n/translate'
import { QrCode } from '@/components/ui/qr-code'

/**
 * The poster on A4: an invitation in each language with the promises, the code, the address in letters, the numbers for life in
 * danger. Nothing on it says more than the address: no office, no programme, no job order.
 */
export function PosterSheet({ languages, address }: { languages: readonly Translator[]; address: string }) {
  const { police, ambulance } = EMERGENCY_NUMBERS.JP
  const letters = address.replace(/^https?:\/\//u, '')
  const [host, path] = [letters.slice(0, letters.indexOf('/')), letters.slice(letters.indexOf('/'))]
  return (
    <article className="poster">
      <div className="invite">
        {languages.map((t) => (
          <section lang={t.locale} className="tight" key={t.locale}>
            <h2>{t('rights.poster_heading')}</h2>
            <p>{t('rights.poster_free')}</p>
            <p>{t('rights.poster_private')}</p>
          </section>
        ))}
      </div>
      <div className="scan">
        <QrCode text={address} name={address} />
        <div className="tight">
          {languages.map((t) => (
            <p lang={t.locale} key={t.locale}>
              {t('rights.poster_scan')}
            </p>
          ))}
          <p className="address" lang="en">
            {/* A line ends before the code, not inside it. */}
            {host}
            <wbr />
            {path}
          </p>
        </div>
      </div>
      <div className="tight">
        {languages.map((t) => (
          <p lang={t.locale} key={t.locale}>
            <b>{t('rights.poster_danger', { police, ambulance })}</b>
          </p>
        ))}
      </div>
    </article>
  )
}
