import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import { pagePathOf } from '@/lib/domain/page-path'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { commentAction } from './actions'

type CommentProps = PageProps<'/[locale]/comment'>

export async function generateMetadata({ params }: CommentProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('rights.comment_title') }
}

/** What is wrong with the words of a page. Nobody asks who says it. */
export default async function CommentPage({ params, searchParams }: CommentProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const { page: asked, sent } = await searchParams
  const page = pagePathOf(asked)
  const back = page.includes('*') ? `/${locale}` : `/${locale}${page === '/' ? '' : page}`
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('rights.comment_heading')}</h1>
          <p className="lead">{t('rights.comment_lead')}</p>
        </div>
        {sent === undefined ? (
          <ActionForm locale={locale} action={commentAction.bind(null, { locale, page })}>
            <TextAreaField name="wrong" label={t('rights.comment_wrong')} rows={3} />
            <TextAreaField name="better" label={t('rights.comment_better')} rows={3} />
            <p className="hint">{t('rights.comment_kept')}</p>
            <SubmitButton>{t('common.send')}</SubmitButton>
          </ActionForm>
        ) : (
          <Note tone="ok" announced>
            {t('rights.comment_thanks')}
          </Note>
        )}
        <p>
          <a href={back}>{t('rights.comment_back')}</a>
        </p>
      </main>
    </div>
  )
}
