import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { FileField } from '@/components/form/file-field'
import { SubmitButton } from '@/components/form/submit-button'
import { importState } from '@/components/parties/import-words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { listImports } from '@/lib/data/party-imports'
import { within } from '@/lib/data/within'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { uploadListAction } from './actions'

type Props = PageProps<'/[locale]/parties/import'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.import_title') }
}

export default async function ImportListPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/parties/import`
  const imports = await within(await requireGrant('party.import', { locale, returnTo: here }), listImports)
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/parties`, name: t('parties.title') }]}
        here={t('parties.import_title')}
      />
      <PageTitle title={t('parties.import_title')} about={t('parties.import_about')} />
      <ActionForm locale={locale} action={uploadListAction.bind(null, locale)} className="stack narrow">
        <FileField
          name="file"
          label={t('parties.import_file')}
          hint={t('parties.import_file_hint')}
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <p className="acts">
          <SubmitButton>{t('parties.import_read')}</SubmitButton>
        </p>
      </ActionForm>
      {imports.length === 0 ? null : (
        <section className="block">
          <h2>{t('parties.import_before')}</h2>
          <ul className="history">
            {imports.map((list) => (
              <li key={list.id}>
                <a href={`${here}/${list.id}`}>
                  {t('parties.import_line', { file: list.fileName, day: formatDayOf(list.madeAt, locale) })}
                </a>{' '}
                <small className="mute">{importState(t, list)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
