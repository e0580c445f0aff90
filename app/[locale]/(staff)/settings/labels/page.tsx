import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { listLabels } from '@/lib/data/case-labels'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../cases/[number]/held-form'
import { makeLabelAction, retireLabelAction } from './actions'

type Props = PageProps<'/[locale]/settings/labels'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.labels_title') }
}

/** The labels of the office: made, and retired, by its supervisors. */
export default async function LabelsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('label.manage', { locale, returnTo: `/${locale}/settings/labels` })
  const labels = await within(grant, (on) => listLabels(on))
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t('settings.labels_title')} about={t('settings.labels_lead')} />
      {labels.length === 0 ? <EmptyState title={t('settings.labels_none')} /> : null}
      <ul className="stack">
        {labels.map(({ id, name, retiredAt }) => (
          <li key={id}>
            <form action={retireLabelAction.bind(null, locale, id, retiredAt === null)} className="acts">
              <span className="chip label">{name}</span>
              {retiredAt === null ? null : <span className="mute">{t('settings.label_retired')}</span>}
              <button
                className="btn bare"
                aria-label={`${t(retiredAt === null ? 'settings.label_retire' : 'settings.label_take_up')}: ${name}`}
              >
                {t(retiredAt === null ? 'settings.label_retire' : 'settings.label_take_up')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <ActionForm
        locale={locale}
        action={makeLabelAction.bind(null, locale)}
        values={(await heldValues({ name: 'label', number: 'new' })) ?? {}}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <TextField name="name" label={t('settings.label_name')} />
        <div className="acts">
          <SubmitButton>{t('settings.label_make')}</SubmitButton>
        </div>
      </ActionForm>
      <BackLink href={`/${locale}/settings`}>{t('settings.heading')}</BackLink>
    </>
  )
}
