import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ViewFields } from '@/components/statistics/workbench/view-fields'
import { BackLink } from '@/components/ui/back-link'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { readWorkbench, workbenchAddress } from '@/lib/domain/statistics/workbench/address'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../cases/[number]/held-form'
import { saveViewAction } from '../actions'

type Props = PageProps<'/[locale]/statistics/views/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.view_save') }
}

/** A question gets a name. */
export default async function NewStatisticViewPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const kept = workbenchAddress(readWorkbench(await searchParams)).toString()
  await requireGrant('statistic_view.save', { locale, returnTo: `/${locale}/statistics/views/new?${kept}` })
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t('statistics.view_new_heading')} />
      <ActionForm
        locale={locale}
        action={saveViewAction.bind(null, locale, kept)}
        values={(await heldValues({ name: 'statistic-view', number: 'new' })) ?? {}}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <ViewFields t={t} />
        <div className="acts">
          <SubmitButton>{t('statistics.view_keep')}</SubmitButton>
        </div>
      </ActionForm>
      <BackLink href={`/${locale}/statistics?${kept}`}>{t('statistics.back_to_statistics')}</BackLink>
    </>
  )
}
