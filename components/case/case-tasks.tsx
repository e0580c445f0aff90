import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Pictogram } from '@/components/ui/pictogram'
import { inTaskOrder, type CaseTask } from '@/lib/domain/case-tasks'
import type { FormAction } from '@/lib/http/form-state'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { dueWords } from './words'

/** The form of the button of one task, done or not after all: what it posts to and its id. */
export type FinishTask = (taskId: string) => { readonly action: FormAction; readonly requestId: string }

/** What is still to be done, beside the case. */
export function CaseTasks({
  t,
  tasks,
  at,
  address,
  finish,
}: {
  t: Translator
  tasks: readonly CaseTask[]
  at: Date
  address: string
  finish: FinishTask
}) {
  const open = inTaskOrder(tasks).filter(({ doneAt }) => doneAt === null)
  return (
    <section className="block" id="tasks">
      <h2>{t('cases.tasks_heading')}</h2>
      {open.length === 0 ? <p className="mute">{t('cases.tasks_empty')}</p> : null}
      <TaskList t={t} tasks={open} at={at} address={address} finish={finish} />
      <p className="noprint row">
        <a href={`${address}/tasks#new`}>{t('cases.task_add')}</a>
        {tasks.length === open.length ? null : <a href={`${address}/tasks`}>{t('cases.tasks_all')}</a>}
      </p>
    </section>
  )
}

/** Tasks with who, by when, and the button that ends each. */
export function TaskList({
  t,
  tasks,
  at,
  address,
  finish,
}: {
  t: Translator
  tasks: readonly CaseTask[]
  at: Date
  address: string
  finish: FinishTask
}) {
  if (tasks.length === 0) return null
  return (
    <ul className="todo">
      {tasks.map((task) => (
        <li key={task.id} className={task.doneAt === null ? undefined : 'yes'}>
          <Pictogram name={task.doneAt === null ? 'list' : 'check'} size="text" />
          <span>
            <b className="said">{task.title}</b>
            <small>{taskWords(t, task, at)}</small>
            <span className="acts-line noprint">
              <FinishButton t={t} task={task} {...finish(task.id)} />
              {task.doneAt === null ? (
                <a href={`${address}/tasks/${task.id}`}>
                  {t('cases.task_reassign')}
                  <span className="vh">: {task.title}</span>
                </a>
              ) : null}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function FinishButton({ t, task, action, requestId }: { t: Translator; task: CaseTask } & ReturnType<FinishTask>) {
  return (
    <ActionForm locale={t.locale} action={action} className="inline">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="act" value={task.doneAt === null ? 'done' : 'undone'} />
      <SubmitButton look="alt">
        {t(task.doneAt === null ? 'cases.task_done' : 'cases.task_undo')}
        <span className="vh">: {task.title}</span>
      </SubmitButton>
    </ActionForm>
  )
}

/** Who is to do it by when, or who did. */
export function taskWords(t: Translator, { assignee, dueAt, doneAt, doneBy }: CaseTask, at: Date): string {
  if (doneAt !== null)
    return t('cases.task_done_by', {
      name: doneBy?.displayName ?? t('cases.unsaid'),
      day: formatDayOf(doneAt, t.locale),
    })
  const who = assignee?.displayName ?? t('cases.nobody')
  if (dueAt === null) return who
  return [who, t('cases.task_by', { day: formatDayOf(dueAt, t.locale) }), dueWords(t, dueAt, at)].join(' · ')
}
