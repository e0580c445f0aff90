import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FileRoom } from '@/components/files/file-room'
import { LinkButton } from '@/components/ui/link-button'
import { requireWorkerGrant } from '@/lib/access/door'
import { findFileHolder } from '@/lib/access/file-holder'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { listFilesOf } from '@/lib/usecases/files/read-files'
import { removeFileAction } from '../../../files/actions'

type FilesProps = PageProps<'/[locale]/track/case/files'>

export async function generateMetadata({ params }: FilesProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('files.title') }
}

/** The worker's own files of a sent report, and the way to add more. */
export default async function OwnFilesPage({ params, searchParams }: FilesProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  await requireWorkerGrant('own_case.write', locale)
  const holder = await findFileHolder('case')
  const files = holder && (await listFilesOf(holder))
  if (!files) redirect(`/${locale}/track`)
  const here = `/${locale}/track/case/files`
  return (
    <div className="page">
      <main id="main">
        <FileRoom
          t={t}
          parent="case"
          files={files}
          said={(await searchParams)['file']}
          next={here}
          remove={(id) => removeFileAction.bind(null, { locale, for: 'case', id, next: here })}
          acts={
            <div className="acts">
              <LinkButton href={`/${locale}/track/case`} look="alt">
                {t('track.back_to_case')}
              </LinkButton>
            </div>
          }
        />
      </main>
    </div>
  )
}
