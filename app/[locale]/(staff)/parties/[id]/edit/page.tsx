import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { BeforeField } from '@/components/form/before-field'
import { SubmitButton } from '@/components/form/submit-button'
import { PARTY_ROWS, PartyFields, partyValues } from '@/components/parties/party-fields'
import { BackLink } from '@/components/ui/back-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { heldOver } from '@/lib/http/lost-race'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../../cases/[number]/held-form'
import { changePartyAction } from '../../actions'
import { openParty } from '../open-party'

type Props = PageProps<'/[locale]/parties/[id]/edit'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.edit_link') }
}

export default async function EditPartyPage({ params }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const party = await openParty({ locale, id, act: 'edit' })
  const held = await heldValues({ name: 'party', number: id })
  const values = partyValues(party)
  const t = translatorFor(locale)
  const address = `/${locale}/parties/${id}`
  const title = t('parties.edit_title', { name: party.name })
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/parties`, name: t('parties.title') },
          { href: address, name: party.name },
        ]}
        here={t('parties.edit_link')}
      />
      <PageTitle title={title} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm
        locale={locale}
        action={changePartyAction.bind(null, locale, id)}
        values={heldOver(held, values, PARTY_ROWS)}
      >
        <input type="hidden" name="version" value={party.version} />
        <BeforeField values={values} />
        <PartyFields t={t} />
        <p className="acts">
          <SubmitButton>{t('parties.save')}</SubmitButton>
        </p>
      </ActionForm>
      <BackLink href={address}>{t('parties.back_to_party')}</BackLink>
    </>
  )
}
