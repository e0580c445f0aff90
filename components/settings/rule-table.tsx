import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { Translator } from '@/lib/i18n/translate'
import { daysText, jurisdictionText, limitText, placementText, verificationText } from './rule-words'

const COLUMNS = ['says', 'days', 'status', 'verification', 'version'] as const

/** The rules that judge, under the country they come from; on a phone a row is a card. */
export function RuleTable({ t, base, rules }: { t: Translator; base: string; rules: readonly FeeRule[] }) {
  const jurisdictions = [...new Set(rules.map(({ jurisdiction }) => jurisdiction))].toSorted()
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('settings.rules_caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`settings.rule_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      {jurisdictions.map((jurisdiction) => (
        <tbody role="rowgroup" key={jurisdiction}>
          <tr role="row" className="span">
            <th role="rowheader" scope="rowgroup" colSpan={COLUMNS.length}>
              {jurisdictionText(t, jurisdiction)}
            </th>
          </tr>
          {rules
            .filter((rule) => rule.jurisdiction === jurisdiction)
            .map((rule) => (
              <tr role="row" key={`${rule.id} ${rule.version}`}>
                <th role="rowheader" scope="row" className="full">
                  <a href={`${base}/${rule.id}`}>{limitText(t, rule)}</a>
                  <small>{placementText(t, rule)}</small>
                  <small lang="en">{rule.source.title}</small>
                </th>
                <td role="cell" className="full">
                  {daysText(t, rule)}
                </td>
                <td role="cell">{t(`settings.rule_status_${rule.status}`)}</td>
                <td role="cell" className="full">
                  {verificationText(t, rule)}
                </td>
                <td role="cell" className="end">
                  {t('settings.rule_version_number', { version: rule.version })}
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  )
}
