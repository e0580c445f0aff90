import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Translator } from '@/lib/i18n/translate'

/** What two versions say differently, before and after beside each other. */
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
    <ScrollRegion label={caption}>
      <table className="grid">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {(['part', 'before', 'after'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`settings.difference_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
