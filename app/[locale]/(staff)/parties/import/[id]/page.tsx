import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { wordOf } from '@/components/case/words'
import { ListColumns } from '@/components/parties/list-columns'
import { ListPlanView } from '@/components/parties/list-plan'
import { importState } from '@/components/parties/import-words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId } from '@/lib/platform/ids'
import { readListImport } from '@/lib/usecases/parties/import-list'
import { heldValues } from '../../../cases/[number]/held-form'
import { applyListAction, setColumnsAction, undoListAction } from '../actions'

type Props = PageProps<'/[locale]/parties/import/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('parties.import_title') }
}

/** One list: its columns, what it would do, and after it was taken over the way back. */
export default async function ListPage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const room = `/${locale}/parties/import`
  const grant = await requireGrant('party.import', { locale, returnTo: `${room}/${id}` })
  const reading = isId(id) ? await readListImport(grant, id) : null
  if (!reading) notHere(locale)
  const heldColumns = await heldValues({ name: 'list-columns', number: id })
  const heldLines = await heldValues({ name: 'list-lines', number: id })
  const t = translatorFor(locale)
  const { done } = await searchParams
  const { list, settings, plan } = reading
  return (
    <>
      {done === 'import_done' || done === 'import_undone' ? (
        <Note announced tone="ok">
          {wordOf(t, `parties.${done}`, done)}
        </Note>
      ) : null}
      <Breadcrumbs
        trail={[
          { href: `/${locale}/parties`, name: t('parties.title') },
          { href: room, name: t('parties.import_title') },
        ]}
        here={list.fileName}
      />
      {heldColumns || heldLines ? <Note announced>{t('cases.held_back')}</Note> : null}
      <PageTitle title={list.fileName} about={importState(t, list)} />
      {list.table === null ? null : (
        <ListColumns
          t={t}
          table={list.table}
          settings={settings}
          held={heldColumns}
          action={setColumnsAction.bind(null, locale, id)}
        />
      )}
      {plan === null ? null : (
        <ListPlanView t={t} plan={plan} held={heldLines} action={applyListAction.bind(null, locale, id)} />
      )}
      {list.appliedAt === null || list.undoneAt !== null ? null : (
        <ActionForm
          locale={locale}
          action={undoListAction.bind(null, locale, id)}
          refusals={{ in_use: 'parties.in_use', changed_since: 'parties.changed_since' }}
        >
          <p className="acts">
            <SubmitButton look="alt">{t('parties.import_undo')}</SubmitButton>
          </p>
        </ActionForm>
      )}
    </>
  )
}
