import type { Metadata } from 'next'
import { ViewFields } from '@/components/case/view-fields'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { BackLink } from '@/components/ui/back-link'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { roleMay } from '@/lib/access/policy'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { queueHref, readQueueQuery, viewParams } from '@/lib/schemas/case/queue-query'
import { heldValues } from '../../[number]/held-form'
import { saveViewAction } from '../actions'

type Props = PageProps<'/[locale]/cases/views/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.save_view') }
}

export default async function NewViewPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { query } = readQueueQuery(await searchParams)
  const kept = viewParams(query)
  const grant = await requireGrant('view.save', { locale, returnTo: `/${locale}/cases/views/new?${kept}` })
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t('cases.view_new_heading')} />
      <ActionForm
        locale={locale}
        action={saveViewAction.bind(null, locale, kept)}
        values={(await heldValues({ name: 'view', number: 'new' })) ?? {}}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <ViewFields t={t} mayShare={roleMay(grant.actor.role, 'view.share')} />
        <div className="acts">
          <SubmitButton>{t('cases.view_save')}</SubmitButton>
        </div>
      </ActionForm>
      <BackLink href={queueHref(locale, query, {})}>{t('cases.back_to_cases')}</BackLink>
    </>
  )
}
