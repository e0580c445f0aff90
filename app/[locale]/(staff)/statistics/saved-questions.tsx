import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { Views } from '@/components/ui/views'
import type { Grant } from '@/lib/access/grant'
import { deletedViewName, listStatisticViews } from '@/lib/data/statistic-views'
import { within } from '@/lib/data/within'
import type { Translator } from '@/lib/i18n/translate'
import { restoreViewAction } from './views/actions'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** The questions that were saved, one's own and the office's; saving the one that is open; taking a deletion back. */
export async function SavedQuestions({
  t,
  grant,
  here,
  address,
  given,
}: {
  t: Translator
  grant: Grant<'statistics.read'>
  here: string
  address: string
  given: Readonly<Record<string, string | readonly string[] | undefined>>
}) {
  const id = (name: string) => {
    const value = given[name]
    return typeof value === 'string' && UUID.test(value) ? value : null
  }
  const [saved, deletedId] = [id('saved'), id('deleted')]
  const { views, deleted } = await within(grant, async (on) => ({
    views: await listStatisticViews(on),
    deleted: deletedId === null ? null : await deletedViewName(on, deletedId),
  }))
  const current = views.find((view) => view.id === saved && view.query === address)
  return (
    <>
      {deletedId === null || deleted === null ? null : (
        <Note tone="ok" announced>
          <p>{t('statistics.view_deleted', { name: deleted })}</p>
          <ActionForm locale={t.locale} action={restoreViewAction.bind(null, t.locale, deletedId)}>
            <div className="acts">
              <SubmitButton>{t('statistics.view_undo')}</SubmitButton>
            </div>
          </ActionForm>
        </Note>
      )}
      {views.length === 0 ? null : (
        <Views
          label={t('statistics.view_label')}
          views={views.map((view) => ({
            href: `${here}?${view.query}&saved=${view.id}`,
            name: view.isShared ? `${view.name} · ${t('statistics.view_shared_mark')}` : view.name,
            isCurrent: view === current,
          }))}
        />
      )}
      <p className="acts noprint">
        {current === undefined ? (
          <a href={`${here}/views/new?${address}`}>{t('statistics.view_save')}</a>
        ) : (
          <a href={`${here}/views/${current.id}`}>{t('statistics.view_change')}</a>
        )}
      </p>
    </>
  )
}
