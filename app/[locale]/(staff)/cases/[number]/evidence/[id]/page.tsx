import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { fileFacts } from '@/components/case/file-facts'
import { FilePages } from '@/components/case/file-pages'
import { codeWord } from '@/components/case/words'
import { ShownPicture } from '@/components/ui/shown-file'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { FILE_FORMATS } from '@/lib/domain/files/formats'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import { readPage } from '@/lib/schemas/case/evidence-page'
import { countPages } from '@/lib/usecases/files/show-file'
import { readCaseFile } from '@/lib/usecases/read-case-file'

type Props = PageProps<'/[locale]/cases/[number]/evidence/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.files_title', { number }) }
}

/** One file as far as it can be shown safely: a picture, or the pages of a PDF one by one, drawn anew; the rest is saved. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}`
  const grant = await requireGrant('case.read', { locale, returnTo: `${address}/evidence/${id}` })
  if (!parseCaseNumber(number).ok || !isId(id)) notHere(locale)
  const reading = await readCaseFile(grant, number, 'evidence')
  const one = reading?.file.files.find((file) => file.id === id && file.removedAt === null)
  if (!reading || !one) notHere(locale)
  const t = translatorFor(locale)
  const kind = codeWord(t, 'file_purpose', one.kind)
  const { family } = FILE_FORMATS[one.format]
  const pages = one.format === 'pdf' ? await countPages(grant, number, id) : null
  const page = Math.min(readPage((await searchParams)['page']), pages ?? 1)
  const isShown = family === 'image' || pages !== null
  return (
    <ActFrame t={t} head={reading.file.head} last={null} heading={kind}>
      <p className="meta">
        {[one.name, ...fileFacts(t, one), pages === null ? null : t('cases.files_pages', { count: pages })]
          .filter((fact) => fact !== null)
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </p>
      {isShown ? (
        <>
          <FilePages t={t} page={page} pages={pages ?? 1} look={`${address}/evidence/${id}`} />
          <ShownPicture
            src={`${address}/files/${id}/preview?size=large&page=${page}`}
            alt={t('cases.files_preview_alt', { kind })}
            isLarge
          />
          {pages === null ? null : <p className="hint noprint">{t('cases.files_pdf_drawn')}</p>}
        </>
      ) : (
        <p className="hint">{t('cases.files_not_shown')}</p>
      )}
      <p className="row noprint">
        <a className="btn alt" href={`${address}/files/${id}`} download>
          {t('cases.files_open', { name: one.name ?? kind })}
        </a>
      </p>
    </ActFrame>
  )
}
