import { SCHEME_CODES } from '@/lib/domain/schemes'
import type { StatisticsFilter } from '@/lib/domain/statistics/filter'
import type { Translator } from '@/lib/i18n/translate'

/** Period and scheme; the address is the state. A month field is a plain text field where the browser has none. */
export function FilterForm({ t, action, filter }: { t: Translator; action: string; filter: StatisticsFilter }) {
  return (
    <form className="filters" method="get" action={action}>
      <label>
        {t('statistics.filter_from')}
        <input
          type="month"
          name="from"
          defaultValue={filter.from ?? ''}
          pattern="[0-9]{4}-[0-9]{2}"
          aria-describedby="month-hint"
          autoComplete="off"
        />
      </label>
      <label>
        {t('statistics.filter_to')}
        <input
          type="month"
          name="to"
          defaultValue={filter.to ?? ''}
          pattern="[0-9]{4}-[0-9]{2}"
          aria-describedby="month-hint"
          autoComplete="off"
        />
      </label>
      <label className="wide">
        {t('statistics.filter_scheme')}
        <select name="scheme" defaultValue={filter.scheme ?? 'all'} autoComplete="off">
          <option value="all">{t('statistics.filter_all_schemes')}</option>
          {SCHEME_CODES.map((code) => (
            <option key={code} value={code}>
              {code === 'not_sure' ? t('statistics.scheme_not_sure') : t(`codes.scheme.${code}`)}
            </option>
          ))}
        </select>
      </label>
      <button className="btn alt">{t('common.show')}</button>
      <p className="by wide" id="month-hint">
        {t('statistics.filter_hint')}
      </p>
    </form>
  )
}
