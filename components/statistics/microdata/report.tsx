import { FactList } from '@/components/ui/facts'
import type { MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import type { MicrodataReport } from '@/lib/domain/statistics/microdata/request'
import { formatCount, formatDecimal, formatInstant, formatShare } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What a file is, which k it reached, and what it lost. */
export function MicrodataReportFacts({ t, report }: { t: Translator; report: MicrodataReport }) {
  const { asOf, rows, records, leftOut, smallest, loss, discernibility, levels, held = [], tops, sha256 } = report
  const count = (value: number) => formatCount(value, t.locale)
  const decimal = (value: number) => formatDecimal(value.toFixed(3), t.locale)
  const column = (code: MicrodataColumn) => t(`statistics.microdata_column_${code}`)
  return (
    <section className="stack">
      <h2>{t('statistics.microdata_report')}</h2>
      <FactList
        facts={[
          { name: t('statistics.microdata_as_of'), value: formatInstant(new Date(asOf), t.locale) },
          { name: t('statistics.microdata_rows'), value: count(rows) },
          {
            name: t('statistics.microdata_left_out'),
            value:
              leftOut === 0
                ? count(0)
                : t('statistics.microdata_at_least', {
                    count: leftOut,
                    share: formatShare(leftOut / records, t.locale),
                  }),
          },
          { name: t('statistics.microdata_smallest'), value: count(smallest) },
          { name: t('statistics.microdata_loss'), value: decimal(loss) },
          { name: t('statistics.microdata_discernibility'), value: count(discernibility) },
          { name: 'SHA-256', value: <code className="wrap">{sha256}</code> },
        ]}
      />
      <ul>
        {levels.map((one) => (
          <li key={one.column}>
            {t('statistics.microdata_level', {
              column: column(one.column),
              level: one.level,
              of: one.of,
              loss: decimal(one.loss),
            })}
          </li>
        ))}
        {held
          .filter((one) => one.records > 0)
          .map((one) => (
            <li key={one.column}>
              {t('statistics.microdata_held', { column: column(one.column), count: one.records })}
            </li>
          ))}
        {tops.map((one) => (
          <li key={one.column}>
            {one.top === null
              ? t('statistics.microdata_top_empty', { column: column(one.column) })
              : t('statistics.microdata_top', { column: column(one.column), top: count(one.top), count: one.atTop })}
          </li>
        ))}
      </ul>
    </section>
  )
}
