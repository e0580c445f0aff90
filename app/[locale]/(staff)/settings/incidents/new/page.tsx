import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { BreachFactFields } from '@/components/privacy/breach-fields'
import { BackLink } from '@/components/ui/back-link'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../cases/[number]/held-form'
import { reportBreachAction } from '../actions'

type Props = PageProps<'/[locale]/settings/incidents/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('privacy.incident_new') }
}

/** An incident that somebody reports: what is known now, the rest later. */
export default async function NewIncidentPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const register = `/${locale}/settings/incidents`
  await requireGrant('breach.report', { locale, returnTo: `${register}/new` })
  const t = translatorFor(locale)
  return (
    <>
      <BackLink href={register}>{t('privacy.incidents_title')}</BackLink>
      <PageTitle title={t('privacy.incident_new')} about={t('privacy.incident_new_lead')} />
      <ActionForm
        locale={locale}
        action={reportBreachAction.bind(null, locale)}
        values={(await heldValues({ name: 'incident', number: 'new' })) ?? {}}
        refusals={{ not_yet: 'privacy.not_yet' }}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <TextField name="knownOn" type="date" label={t('privacy.known_on')} hint={t('privacy.known_hint')} width="m" />
        <TextField name="knownTime" label={t('privacy.known_time')} hint={t('privacy.known_time_hint')} width="s" />
        <TextAreaField name="what" rows={5} label={t('privacy.what')} hint={t('privacy.what_hint')} />
        <TextAreaField name="measures" rows={3} label={t('privacy.measures')} />
        <BreachFactFields t={t} />
        <div className="acts">
          <SubmitButton>{t('privacy.report')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
