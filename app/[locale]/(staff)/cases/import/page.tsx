import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { readImports } from '@/lib/usecases/imports/read-import'

type Props = PageProps<'/[locale]/cases/import'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('imports.title') }
}

/** A file to read in, and the imports before it. */
export default async function ImportsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/cases/import`
  const imports = await readImports(await requireGrant('case.import', { locale, returnTo: here }))
  const t = translatorFor(locale)
  const { problem, line } = await searchParams
  const key = `imports.refused_${typeof problem === 'string' ? problem : ''}`
  return (
    <>
      <Breadcrumbs trail={[{ href: `/${locale}/cases`, name: t('cases.room_cases') }]} here={t('imports.title')} />
      <PageTitle title={t('imports.title')} about={t('imports.lead')} />
      {t.has(key) ? (
        <Note tone="stop" announced>
          {t(key as MessageKey, { line: Number(line) || 1 })}
        </Note>
      ) : null}
      <form className="stack" method="post" action={`${here}/file`} encType="multipart/form-data">
        <div className="field">
          <label htmlFor="file">{t('imports.file')}</label>
          <p className="hint" id="file-hint">
            {t('imports.file_hint')}
          </p>
          <input
            id="file"
            name="file"
            type="file"
            required
            aria-describedby="file-hint"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
        </div>
        <div className="acts">
          <button className="btn">{t('imports.upload')}</button>
          <a className="btn bare" href={`${here}/template`} download>
            {t('imports.template')}
          </a>
        </div>
      </form>
      <section className="stack">
        <h2>{t('imports.earlier')}</h2>
        {imports.length === 0 ? (
          <EmptyState title={t('imports.none')} />
        ) : (
          <table className="grid">
            <caption className="vh">{t('imports.earlier')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('imports.col_when')}</th>
                <th scope="col">{t('imports.col_state')}</th>
                <th scope="col" className="end">
                  {t('imports.col_rows')}
                </th>
                <th scope="col" className="end">
                  {t('imports.col_made')}
                </th>
              </tr>
            </thead>
            <tbody>
              {imports.map(({ id, state, rowCount, madeCount, createdAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`${here}/${id}`}>{formatInstant(createdAt, locale)}</a>
                  </th>
                  <td>{t(`imports.state_${state}` as MessageKey)}</td>
                  <td className="end">{rowCount}</td>
                  <td className="end">{madeCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}
