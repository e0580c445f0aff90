import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ViewFields } from '@/components/statistics/workbench/view-fields'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { listStatisticViews } from '@/lib/data/statistic-views'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../../cases/[number]/held-form'
import { changeViewAction, deleteViewAction } from '../actions'

type Props = PageProps<'/[locale]/statistics/views/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.view_change_heading') }
}

/** A saved question: its name, who sees it, and its end. */
export default async function StatisticViewPage({ params }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('statistic_view.save', { locale, returnTo: `/${locale}/statistics/views/${id}` })
  const view = (await within(grant, listStatisticViews)).find((one) => one.id === id)
  if (!view) return notHere(locale)
  const held = await heldValues({ name: 'statistic-view', number: id })
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t('statistics.view_change_heading')} about={view.name} />
      {view.isOwn ? (
        <>
          <ActionForm
            locale={locale}
            action={changeViewAction.bind(null, locale, id, view.query)}
            values={held ?? { name: view.name, ...(view.isShared ? { isShared: 'yes' } : {}) }}
            className="stack narrow"
          >
            <ViewFields t={t} />
            <div className="acts">
              <SubmitButton>{t('statistics.view_keep')}</SubmitButton>
            </div>
          </ActionForm>
          <ActionForm locale={locale} action={deleteViewAction.bind(null, locale, id)} className="stack narrow">
            <p className="hint">{t('statistics.view_delete_hint')}</p>
            <div className="acts">
              <SubmitButton>{t('statistics.view_delete')}</SubmitButton>
            </div>
          </ActionForm>
        </>
      ) : (
        <Note tone="care">{t('statistics.view_not_yours')}</Note>
      )}
      <BackLink href={`/${locale}/statistics?${view.query}&saved=${view.id}`}>
        {t('statistics.back_to_statistics')}
      </BackLink>
    </>
  )
}
