import type { Metadata } from 'next'
import { openFiling, requireDraft } from '@/app/[locale]/_filing/open-filing'
import { FileRoom } from '@/components/files/file-room'
import { ReportProgress } from '@/components/report/report-progress'
import { LinkButton } from '@/components/ui/link-button'
import { Pictogram } from '@/components/ui/pictogram'
import { findFileHolder } from '@/lib/access/file-holder'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { listFilesOf } from '@/lib/usecases/files/read-files'
import { removeFileAction } from '../../files/actions'
import { workerFiling } from '../worker-filing'

type FilesProps = PageProps<'/[locale]/report/files'>

export async function generateMetadata({ params }: FilesProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('files.title') }
}

/** Photos, papers and voice of the report that is being written; nothing here has to be there. */
export default async function FilesPage({ params, searchParams }: FilesProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const filing = await openFiling(workerFiling, locale)
  if (filing.state !== 'open') await requireDraft(workerFiling, locale)
  const { file, back } = await searchParams
  const holder = await findFileHolder('draft')
  const files = (holder && (await listFilesOf(holder))) ?? []
  const base = workerFiling.base(locale)
  const isFromCheck = back === 'check'
  const here = `${base}/files`
  return (
    <workerFiling.Frame aside={<ReportProgress t={t} step="story" />}>
      <FileRoom
        t={t}
        parent="draft"
        files={files}
        said={file}
        next={here}
        remove={(id) => removeFileAction.bind(null, { locale, for: 'draft', id, next: here })}
        acts={
          <div className="acts">
            <LinkButton href={isFromCheck ? `${base}/check` : `${base}/contact`}>
              {t('files.done')} <Pictogram name="next" size="text" />
            </LinkButton>
          </div>
        }
      />
      <p>
        <a className="back" href={isFromCheck ? `${base}/check` : `${base}/story`}>
          <Pictogram name="prev" size="text" /> {t('common.back')}
        </a>
      </p>
    </workerFiling.Frame>
  )
}
