import type { Metadata } from 'next'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { LinkForm } from '@/components/settings/link-form'
import { roleChoices } from '@/components/settings/role-choices'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../../cases/[number]/held-form'
import { inviteStaffAction } from './actions'

const NO_VALUES = {}

type Props = PageProps<'/[locale]/settings/users/invite'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.invite_title') }
}

export default async function InvitePage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const users = `/${locale}/settings/users`
  await requireGrant('staff.manage', { locale, returnTo: `${users}/invite` })
  const held = await heldValues({ name: 'invite', number: 'new' })
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/settings`, name: t('settings.title') },
          { href: users, name: t('settings.users_title') },
        ]}
        here={t('settings.invite_title')}
      />
      <PageTitle title={t('settings.invite_heading')} about={t('settings.invite_about')} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <LinkForm locale={locale} action={inviteStaffAction.bind(null, locale)} values={held ?? NO_VALUES}>
        <TextField name="displayName" label={t('settings.field_name')} hint={t('settings.field_name_hint')} />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          label={t('settings.field_email')}
          hint={t('settings.field_email_hint')}
        />
        <ChoiceGroup name="role" kind="radio" slim legend={t('settings.role')} sections={roleChoices(t)} />
        <SubmitButton>{t('settings.invite_send')}</SubmitButton>
      </LinkForm>
      <p>
        <a href={users}>{t('settings.back_to_users')}</a>
      </p>
    </>
  )
}
