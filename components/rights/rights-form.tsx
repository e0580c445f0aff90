import { labelOf } from '@/components/report/labels'
import { ORIGIN_CODES, type OriginCode } from '@/lib/domain/countries'
import { RIGHTS_SCHEMES } from '@/lib/domain/rights/rights-page'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'

/** Country and programme; the page answers with the address of the pair. */
export function RightsForm({
  t,
  origin = null,
  scheme = null,
}: {
  t: Translator
  origin?: OriginCode | null
  scheme?: SchemeCode | null
}) {
  return (
    <form className="stack noprint" method="get" action={`/${t.locale}/rights`}>
      <div className="field">
        <label htmlFor="from">{t('rights.from_label')}</label>
        <select id="from" name="from" defaultValue={origin ?? undefined} autoComplete="off">
          {ORIGIN_CODES.map((code) => (
            <option key={code} value={code}>
              {labelOf(t, 'origin', code)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="scheme">{t('rights.scheme_label')}</label>
        <select id="scheme" name="scheme" defaultValue={scheme ?? undefined} autoComplete="off">
          {RIGHTS_SCHEMES.map((code) => (
            <option key={code} value={code}>
              {labelOf(t, 'scheme', code)}
            </option>
          ))}
        </select>
      </div>
      <button className="btn">{t('common.show')}</button>
    </form>
  )
}
