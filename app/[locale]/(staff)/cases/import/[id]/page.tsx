import type { Metadata } from 'next'
import { SheetList } from '@/components/imports/sheet-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import { readImport } from '@/lib/usecases/imports/read-import'
import { heldValues } from '../../[number]/held-form'
import { MappingPart } from './mapping-part'
import { PreviewPart } from './preview-part'
import { ResultPart } from './result-part'

type Props = PageProps<'/[locale]/cases/import/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('imports.title') }
}

/** One import from its columns to its cases. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { locale: typed, id } = await params
  const locale = toLocale(typed)
  const base = `/${locale}/cases/import`
  const grant = await requireGrant('case.import', { locale, returnTo: `${base}/${id}` })
  const query = await searchParams
  const place = { wrongAfter: numberOf(query['wrong']), casesAfter: numberOf(query['cases']) }
  const view = (isId(id) ? await readImport(grant, id, place) : null) ?? notHere(locale)
  const held = await heldValues({ name: 'import-mapping', number: id })
  const t = translatorFor(locale)
  const { one, sameFile } = view
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/cases`, name: t('cases.room_cases') },
          { href: base, name: t('imports.title') },
        ]}
        here={t(`imports.state_${one.state}` as MessageKey)}
      />
      <PageTitle
        title={t(`imports.state_${one.state}` as MessageKey)}
        about={
          one.file === null
            ? t('imports.words_gone')
            : t('imports.file_facts', {
                name: one.file.name,
                rows: one.rowCount,
                format: one.format.toUpperCase(),
                encoding: one.encoding.toUpperCase(),
              })
        }
      />
      <SheetList t={t} here={one.id} sheets={one.file?.sheets ?? []} base={base} />
      {sameFile === null ? null : (
        <Note tone="info">{t('imports.same_file', { day: formatDayOf(sameFile.createdAt, locale) })}</Note>
      )}
      {one.state === 'checked' ? <PreviewPart t={t} view={view} base={`${base}/${one.id}`} /> : null}
      {one.state === 'mapping' || one.state === 'checked' ? (
        <MappingPart t={t} view={view} held={held} turn={String(query['looked'] ?? '')} />
      ) : null}
      {one.startedAt === null ? null : <ResultPart t={t} view={view} base={`${base}/${one.id}`} />}
    </>
  )
}

function numberOf(text: string | string[] | undefined): number {
  return typeof text === 'string' && /^\d{1,5}$/u.test(text) ? Number(text) : 0
}
