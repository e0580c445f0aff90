import type { Metadata } from 'next'
import { ViewFields } from '@/components/case/view-fields'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { roleMay } from '@/lib/access/policy'
import { findSavedView } from '@/lib/data/saved-views'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../[number]/held-form'
import { changeViewAction, deleteViewAction } from '../actions'

type Props = PageProps<'/[locale]/cases/views/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.view_title') }
}

/** A saved view: its name, who sees it, and its end. */
export default async function ViewPage({ params }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('view.save', { locale, returnTo: `/${locale}/cases/views/${id}` })
  const view = await within(grant, (on) => findSavedView(on, id))
  if (!view) return notHere(locale)
  const held = await heldValues({ name: 'view', number: id })
  const t = translatorFor(locale)
  const mayShare = roleMay(grant.actor.role, 'view.share')
  const mayChange = view.isShared ? mayShare : view.isOwn
  return (
    <>
      <PageTitle title={t('cases.view_change_heading')} about={view.name} />
      {mayChange ? (
        <>
          <ActionForm
            locale={locale}
            action={changeViewAction.bind(null, locale, id)}
            values={held ?? { name: view.name, ...(view.isShared ? { isShared: 'yes' } : {}) }}
            className="stack narrow"
          >
            <ViewFields t={t} mayShare={mayShare} />
            <div className="acts">
              <SubmitButton>{t('cases.view_save')}</SubmitButton>
            </div>
          </ActionForm>
          <ActionForm locale={locale} action={deleteViewAction.bind(null, locale, id)} className="stack narrow">
            <TickBox name="sure" text={t('cases.view_delete_sure')} />
            <div className="acts">
              <SubmitButton>{t('cases.view_delete')}</SubmitButton>
            </div>
          </ActionForm>
        </>
      ) : (
        <Note tone="care">{t('cases.view_not_yours')}</Note>
      )}
      <BackLink href={`/${locale}/cases?${view.query}&saved=${view.id}`}>{t('cases.back_to_cases')}</BackLink>
    </>
  )
}
