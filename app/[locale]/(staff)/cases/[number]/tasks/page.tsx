import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { TaskList } from '@/components/case/case-tasks'
import { TaskFields } from '@/components/case/task-fields'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { inTaskOrder } from '@/lib/domain/case-tasks'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../held-form'
import { sayDone } from '../notices'
import { addTaskAction, finishTaskAction } from './actions'
import { openTasks } from './read-tasks'

type Props = PageProps<'/[locale]/cases/[number]/tasks'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.tasks_title', { number }) }
}

/** Everything to be done on a case, and what was done. */
export default async function TasksPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { grant, head, tasks, caseworkers } = await openTasks(locale, number, 'tasks')
  const held = await heldValues({ name: 'task', number })
  const { done, form } = await searchParams
  const t = translatorFor(locale)
  const ordered = inTaskOrder(tasks)
  const list = {
    t,
    at: now(),
    address: `/${locale}/cases/${number}`,
    finish: (id: string) => ({ action: finishTaskAction.bind(null, locale, number, id, 'tasks'), requestId: newId() }),
  }
  return (
    <ActFrame t={t} head={head} last={null} heading={t('cases.tasks_heading')}>
      {sayDone(t, done, held !== null)}
      <section className="block narrow" id="tasks">
        <h2>{t('cases.task_open_heading')}</h2>
        {ordered.some(({ doneAt }) => doneAt === null) ? null : <p className="mute">{t('cases.tasks_empty')}</p>}
        <TaskList {...list} tasks={ordered.filter(({ doneAt }) => doneAt === null)} />
      </section>
      <section className="block narrow" id="new">
        <h2>{t('cases.task_add')}</h2>
        <ActionForm
          key={typeof form === 'string' ? form : 'new'}
          locale={locale}
          action={addTaskAction.bind(null, locale, number)}
          values={held ?? { assigneeId: grant.actor.id }}
          refusals={{ case_gone: 'errors.not_found' }}
        >
          <input type="hidden" name="requestId" value={newId()} />
          <TextField name="title" label={t('cases.task_title')} />
          <TaskFields t={t} caseworkers={caseworkers} />
          <div className="acts">
            <SubmitButton>{t('cases.task_add')}</SubmitButton>
          </div>
        </ActionForm>
      </section>
      {ordered.some(({ doneAt }) => doneAt !== null) ? (
        <section className="block narrow">
          <h2>{t('cases.task_done_heading')}</h2>
          <TaskList {...list} tasks={ordered.filter(({ doneAt }) => doneAt !== null)} />
        </section>
      ) : null}
    </ActFrame>
  )
}
