import { EXPORT_FORMATS, type ExportFormat } from '@/lib/domain/statistics/export/formats'
import type { Translator } from '@/lib/i18n/translate'
import { tableAddress } from './publication-list'

/** Names of formats; the same in every language. */
const NAMES: Readonly<Record<ExportFormat, string>> = { csv: 'CSV', xlsx: 'XLSX', json: 'JSON', jsonstat: 'JSON-stat' }

/** The files of a public table. */
export function Downloads({ t, name }: { t: Translator; name: string }) {
  return (
    <section className="tight rule noprint">
      <h2>{t('open_data.downloads')}</h2>
      <ul className="files">
        {EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <a href={tableAddress(name, format, t.locale)}>{NAMES[format]}</a>
          </li>
        ))}
        <li>
          <a href={tableAddress(name, 'csv', t.locale, true)}>{t('open_data.for_spreadsheets')}</a>
        </li>
      </ul>
    </section>
  )
}
