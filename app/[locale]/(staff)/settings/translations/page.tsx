import type { Metadata } from 'next'
import { CommentTable } from '@/components/settings/comment-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readComments } from '@/lib/usecases/translations/review-comments'
import { markCommentAction } from './actions'

type Props = PageProps<'/[locale]/settings/translations'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.translations_title') }
}

/** What readers say about the words of the pages, to look at and to mark as done. */
export default async function TranslationsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('translation.review', { locale, returnTo: `/${locale}/settings/translations` })
  const comments = await readComments(grant)
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('settings.translations_title')}
      />
      <PageTitle title={t('settings.translations_title')} about={t('settings.translations_about')} />
      {comments.length === 0 ? (
        <EmptyState title={t('settings.translations_none')} />
      ) : (
        <CommentTable
          t={t}
          rows={comments}
          act={({ id, page, doneAt }) => (
            <form action={markCommentAction.bind(null, { locale, id, isDone: doneAt === null })}>
              <button className="btn bare">
                {t(doneAt === null ? 'settings.translations_mark_done' : 'settings.translations_mark_open')}
                <span className="vh"> {page}</span>
              </button>
            </form>
          )}
        />
      )}
    </>
  )
}
