import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { LOCALE_FACTS, LOCALES, toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../cases/[number]/held-form'
import { makePosterAction } from './actions'

type Props = PageProps<'/[locale]/posters/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.posters_new') }
}

export default async function NewPosterPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const posters = `/${locale}/posters`
  await requireGrant('poster.make', { locale, returnTo: `${posters}/new` })
  const held = await heldValues({ name: 'poster', number: 'new' })
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs trail={[{ href: posters, name: t('settings.posters_title') }]} here={t('settings.posters_new')} />
      <PageTitle title={t('settings.posters_new')} about={t('settings.posters_about')} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm locale={locale} action={makePosterAction.bind(null, locale)} values={held ?? {}}>
        <TextField
          name="programme"
          label={t('settings.posters_programme')}
          hint={t('settings.posters_code_hint')}
          width="m"
        />
        <TextField
          name="jobOrder"
          label={t('settings.posters_job_order')}
          hint={t('settings.posters_code_hint')}
          width="m"
        />
        <ChoiceGroup
          name="languages"
          kind="checkbox"
          slim
          columns={2}
          legend={t('settings.posters_languages')}
          sections={[{ choices: LOCALES.map((value) => ({ value, text: LOCALE_FACTS[value].ownName })) }]}
        />
        <SubmitButton>{t('settings.posters_make')}</SubmitButton>
      </ActionForm>
    </>
  )
}
