import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TakingPart } from '@/components/groups/taking-part'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { leftOutOf } from '@/lib/domain/group-acts'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../cases/[number]/held-form'
import { noteForGroupAction } from '../actions'
import { openGroup } from '../open-group'

type Props = PageProps<'/[locale]/groups/[id]/note'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.group_note') }
}

/** The same note with every case of a group. */
export default async function GroupNotePage({ params }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const { group, members } = await openGroup(locale, id, '/note')
  const held = await heldValues({ name: 'group-note', number: id })
  const t = translatorFor(locale)
  const at = now()
  const takers = members.map((member) => ({ ...member, leftOut: leftOutOf('note', member, at) }))
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/groups`, name: t('cases.groups_title') },
          { href: `/${locale}/groups/${id}`, name: group.title },
        ]}
        here={t('cases.group_note')}
      />
      <PageTitle title={t('cases.group_note')} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <div className="split">
        <ActionForm
          locale={locale}
          action={noteForGroupAction.bind(null, locale, id)}
          {...(held ? { values: held } : {})}
          refusals={{ group_empty: 'cases.group_empty' }}
          className="stack narrow"
        >
          <input type="hidden" name="requestId" value={newId()} />
          <TextAreaField name="note" label={t('cases.group_note_label')} hint={t('cases.reason_hint')} rows={5} />
          <div className="acts">
            <SubmitButton>
              {t('cases.group_note_save', { count: takers.filter(({ leftOut }) => leftOut === null).length })}
            </SubmitButton>
          </div>
        </ActionForm>
        <aside className="stack" aria-label={t('cases.aside')}>
          <TakingPart t={t} takers={takers} />
        </aside>
      </div>
    </>
  )
}
