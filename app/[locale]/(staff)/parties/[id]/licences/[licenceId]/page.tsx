import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { notHere } from '@/lib/access/not-here'
import { LICENCE_STATUSES } from '@/lib/domain/parties/register'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../../../cases/[number]/held-form'
import { noteStatusAction } from '../../../actions'
import { openParty } from '../../open-party'

type Props = PageProps<'/[locale]/parties/[id]/licences/[licenceId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.status_add') }
}

export default async function LicenceStatusPage({ params }: Props) {
  const { locale: language, id, licenceId } = await params
  const locale = toLocale(language)
  const party = await openParty({ locale, id, act: `licences/${licenceId}` })
  const licence = party.licences.find((one) => one.id === licenceId)
  if (!licence) notHere(locale)
  const t = translatorFor(locale)
  const address = `/${locale}/parties/${id}`
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/parties`, name: t('parties.title') },
          { href: address, name: party.name },
        ]}
        here={t('parties.status_add')}
      />
      <PageTitle title={t('parties.status_add_title', { number: licence.number })} about={party.name} />
      <ActionForm
        locale={locale}
        action={noteStatusAction.bind(null, locale, id, licenceId)}
        values={(await heldValues({ name: 'licence', number: licenceId })) ?? {}}
        className="stack narrow"
      >
        <input type="hidden" name="version" value={party.version} />
        <ChoiceGroup
          name="status"
          kind="radio"
          slim
          legend={t('parties.status')}
          sections={[{ choices: LICENCE_STATUSES.map((value) => ({ value, text: t(`parties.status_${value}`) })) }]}
        />
        <TextField name="sinceOn" label={t('parties.status_since_label')} hint={t('parties.day_wrong')} width="m" />
        <TextField name="source" label={t('parties.source')} hint={t('parties.source_hint')} />
        <p className="acts">
          <SubmitButton>{t('parties.save')}</SubmitButton>
        </p>
      </ActionForm>
      <BackLink href={address}>{t('parties.back_to_party')}</BackLink>
    </>
  )
}
