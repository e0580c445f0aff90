import type { Metadata } from 'next'
import { GroupCases } from '@/components/groups/group-cases'
import { GroupAside } from '@/components/groups/group-aside'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { heldValues } from '../../cases/[number]/held-form'
import { sayDone } from '../../cases/[number]/notices'
import { addToGroupAction, removeFromGroupAction } from './actions'
import { openGroup } from './open-group'

type Props = PageProps<'/[locale]/groups/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.groups_title') }
}

/** A group: its cases with their money, what they have in common, what was done, and the forms that change it. */
export default async function GroupPage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const { group, members, parties, acts } = await openGroup(locale, id)
  const { done, remove } = await searchParams
  const t = translatorFor(locale)
  const here = `/${locale}/groups/${id}`
  const heldWhy = await heldValues({ name: 'group-remove', number: id })
  const heldNumbers = await heldValues({ name: 'group-add', number: id })
  const leaving = members.find(({ number }) => number === remove)
  return (
    <>
      {sayDone(t, done, false)}
      {heldWhy || heldNumbers ? <Note announced>{t('cases.held_back')}</Note> : null}
      <Breadcrumbs trail={[{ href: `/${locale}/groups`, name: t('cases.groups_title') }]} here={group.title} />
      <PageTitle
        title={group.title}
        about={`${t(`cases.group_kind_${group.kind}`)} · ${t('cases.group_count', { count: members.length })}`}
        acts={
          members.length === 0 ? undefined : (
            <>
              <LinkButton href={`${here}/message`}>{t('cases.group_message')}</LinkButton>
              <LinkButton href={`${here}/note`} look="alt">
                {t('cases.group_note')}
              </LinkButton>
            </>
          )
        }
      />
      {leaving ? (
        <section className="block" id="remove">
          <h2>{t('cases.group_remove_heading', { number: leaving.number })}</h2>
          <p>{t('cases.group_remove_about')}</p>
          <ActionForm
            locale={locale}
            action={removeFromGroupAction.bind(null, locale, id, leaving.number)}
            values={heldWhy ?? {}}
            className="stack narrow"
          >
            <TextAreaField name="reason" label={t('cases.related_reason')} hint={t('cases.reason_hint')} rows={2} />
            <div className="acts">
              <SubmitButton>{t('cases.group_remove')}</SubmitButton>
            </div>
          </ActionForm>
        </section>
      ) : null}
      <div className="split">
        <div className="stack">
          {members.length === 0 ? (
            <EmptyState title={t('cases.group_empty')} />
          ) : (
            <GroupCases t={t} rows={members} here={here} />
          )}
          <section className="block noprint">
            <h2>{t('cases.group_add')}</h2>
            <ActionForm
              key={`add ${members.length}`}
              locale={locale}
              action={addToGroupAction.bind(null, locale, id)}
              values={heldNumbers ?? {}}
              refusals={{ group_full: 'cases.group_full' }}
              className="stack narrow"
            >
              <TextField name="numbers" label={t('cases.group_numbers')} hint={t('cases.group_numbers_hint')} />
              <TextAreaField name="reason" label={t('cases.related_reason')} hint={t('cases.reason_hint')} rows={2} />
              <div className="acts">
                <SubmitButton>{t('cases.group_add')}</SubmitButton>
              </div>
            </ActionForm>
          </section>
        </div>
        <GroupAside t={t} parties={parties} acts={acts} here={here} />
      </div>
    </>
  )
}
