import { RULE_STATUSES } from '@/lib/domain/fees/rules/fee-rule'
import type { Translator } from '@/lib/i18n/translate'
import { jurisdictionText } from './rule-words'

/** One GET form whose address is the state. */
export function RuleFilter({
  t,
  action,
  query,
  jurisdictions,
}: {
  t: Translator
  action: string
  query: { readonly jurisdiction?: string | undefined; readonly status?: string | undefined }
  jurisdictions: readonly string[]
}) {
  return (
    <form className="filters" method="get" action={action} role="search">
      <label>
        {t('settings.rule_jurisdiction')}
        <select name="jurisdiction" defaultValue={query.jurisdiction ?? ''} autoComplete="off">
          <option value="">{t('settings.rules_everywhere')}</option>
          {jurisdictions.toSorted().map((code) => (
            <option key={code} value={code}>
              {jurisdictionText(t, code)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('settings.rule_status')}
        <select name="status" defaultValue={query.status ?? ''} autoComplete="off">
          <option value="">{t('settings.rules_any_status')}</option>
          {RULE_STATUSES.map((code) => (
            <option key={code} value={code}>
              {t(`settings.rule_status_${code}`)}
            </option>
          ))}
        </select>
      </label>
      <button className="btn alt">{t('common.show')}</button>
    </form>
  )
}
