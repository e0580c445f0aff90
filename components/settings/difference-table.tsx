import type { Translator } from '@/lib/i18n/translate'

/** What two versions say differently, before and after beside each other; on a phone below each other. */
export function DifferenceTable({
  t,
  caption,
  differences,
}: {
  t: Translator
  caption: string
  differences: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}) {
  if (differences.length === 0) return <p>{t('settings.rule_same_words')}</p>
  return (
    <table className="grid cards stacked" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['part', 'before', 'after'] as const).map((column) => (
            <th role="columnheader" scope="col" key={column}>
              {t(`settings.difference_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {differences.map(({ name, before, after }) => (
          <tr role="row" key={name}>
            <th role="rowheader" scope="row">
              {name}
            </th>
            <td role="cell">
              <small className="less">{t('settings.difference_before')}</small>
              {before}
            </td>
            <td role="cell">
              <small className="less">{t('settings.difference_after')}</small>
              {after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
