import type { Metadata } from 'next'
import { candidateHelp } from '@/components/case/related-words'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { GROUP_KINDS } from '@/lib/domain/group-acts'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readRelated } from '@/lib/usecases/read-related'
import { heldValues } from '../../cases/[number]/held-form'
import { makeGroupAction } from './actions'

type Props = PageProps<'/[locale]/groups/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.group_new') }
}

/** A new group: of a case with those that are linked to it or like it, to tick, or of numbers that are typed. */
export default async function NewGroupPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { from } = await searchParams
  const groups = `/${locale}/groups`
  const grant = await requireGrant('case.read', { locale, returnTo: `${groups}/new` })
  const number = typeof from === 'string' ? parseCaseNumber(from) : null
  const reading = number?.ok ? await readRelated(grant, number.value) : null
  const held = await heldValues({ name: 'group', number: 'new' })
  const t = translatorFor(locale)
  const linked = reading?.links.map(({ other }) => other.number) ?? []
  const choices = reading
    ? [
        { value: reading.head.number, text: reading.head.number },
        ...reading.links.map(({ other }) => ({
          value: other.number,
          text: other.number,
          help: t('cases.related_linked'),
        })),
        ...reading.candidates.map((one) => ({ value: one.number, text: one.number, help: candidateHelp(t, one) })),
      ]
    : []
  return (
    <>
      <Breadcrumbs trail={[{ href: groups, name: t('cases.groups_title') }]} here={t('cases.group_new')} />
      <PageTitle title={t('cases.group_new')} about={t('cases.groups_about')} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm
        locale={locale}
        action={makeGroupAction.bind(null, locale)}
        values={held ?? { kind: 'party', chosen: reading ? [reading.head.number, ...linked] : [] }}
        refusals={{ group_full: 'cases.group_full' }}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <TextField name="title" label={t('cases.group_name')} hint={t('cases.group_name_hint')} />
        <ChoiceGroup
          name="kind"
          kind="radio"
          legend={t('cases.group_kind')}
          slim
          columns={2}
          sections={[{ choices: GROUP_KINDS.map((value) => ({ value, text: t(`cases.group_kind_${value}`) })) }]}
        />
        {choices.length === 0 ? null : (
          <ChoiceGroup name="chosen" kind="checkbox" legend={t('cases.group_cases')} slim sections={[{ choices }]} />
        )}
        <TextField name="numbers" label={t('cases.group_numbers')} hint={t('cases.group_numbers_hint')} />
        <div className="acts">
          <SubmitButton>{t('cases.group_make')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
