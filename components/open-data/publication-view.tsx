import { Note } from '@/components/ui/note'
import type { PublicTable } from '@/lib/domain/statistics/open-data/public-table'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { CrossTable } from './cross-table'
import { Downloads } from './downloads'
import { MeasurePicture } from './measure-picture'
import { MeasureTable } from './measure-table'

/** A public table: each measure as picture and table, then what it is made of and the files. */
export function PublicationView({ t, table }: { t: Translator; table: PublicTable }) {
  return (
    <>
      <div className="tight">
        <h1>{table.title}</h1>
        <Note tone="still">{table.warning}</Note>
      </div>
      {table.cells.length === 0 ? (
        <p>{t('open_data.empty')}</p>
      ) : (
        table.measures.map((measure) => (
          <section className="tight rule" key={measure.code}>
            <h2>{measure.name}</h2>
            <MeasurePicture t={t} table={table} measure={measure} />
            {table.columns === null ? (
              <MeasureTable t={t} table={table} measure={measure} />
            ) : (
              <CrossTable t={t} table={table} measure={measure} />
            )}
          </section>
        ))
      )}
      <section className="tight rule">
        <Making t={t} table={table} />
      </section>
      <p className="noprint">
        <a href={`/${t.locale}/data/methods`}>{t('open_data.methods')}</a>
      </p>
      <Downloads t={t} name={table.name} />
    </>
  )
}

function Making({ t, table }: { t: Translator; table: PublicTable }) {
  const day = (on: string) => formatDay(on, t.locale)
  return (
    <>
      <p className="src">
        {t('open_data.signs')} {t('open_data.smallest', { count: table.smallest_cell })}
      </p>
      <p className="src">
        {t('open_data.since', { day: day(table.published_on) })}{' '}
        {table.rules_as_of === null ? null : t('open_data.rules_of', { day: day(table.rules_as_of) })}{' '}
        {table.rates_as_of === null ? null : t('open_data.rates_of', { day: day(table.rates_as_of) })}{' '}
        {t('open_data.question', { id: table.query_id })}
      </p>
      {table.series.map(({ id, title, publisher, period, caveats }) => (
        <p className="src" key={id}>
          {t('open_data.source', { title, publisher, period })} {caveats.join(' ')}
        </p>
      ))}
      <p className="src">{table.licence}</p>
    </>
  )
}
