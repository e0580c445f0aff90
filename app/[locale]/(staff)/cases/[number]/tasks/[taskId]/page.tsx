import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { taskFields, TaskFields } from '@/components/case/task-fields'
import { ActionForm } from '@/components/form/action-form'
import { BeforeField } from '@/components/form/before-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { notHere } from '@/lib/access/not-here'
import { formatDayOf } from '@/lib/i18n/format'
import { heldOver } from '@/lib/http/lost-race'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../held-form'
import { reassignTaskAction } from '../actions'
import { openTasks } from '../read-tasks'

type Props = PageProps<'/[locale]/cases/[number]/tasks/[taskId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.task_change_title', { number }) }
}

/** Who does one task and by when; how it stands now is said above, also after a lost race. */
export default async function TaskPage({ params }: Props) {
  const { locale: language, number, taskId } = await params
  const locale = toLocale(language)
  const { head, tasks, caseworkers } = await openTasks(locale, number, `tasks/${taskId}`)
  const task = tasks.find(({ id }) => id === taskId)
  if (!task) notHere(locale)
  const held = await heldValues({ name: `task:${taskId}`, number })
  const t = translatorFor(locale)
  const fields = taskFields({ assigneeId: task.assignee?.id ?? null, dueAt: task.dueAt })
  const now = {
    name: task.assignee?.displayName ?? t('cases.nobody'),
    day: task.dueAt === null ? t('cases.task_no_day') : formatDayOf(task.dueAt, locale),
  }
  return (
    <ActFrame t={t} head={head} last={null} heading={task.title}>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <p className="by">{t('cases.task_now', now)}</p>
      <ActionForm
        locale={locale}
        action={reassignTaskAction.bind(null, locale, number, taskId)}
        values={heldOver(held, fields)}
        refusals={{ case_gone: 'errors.not_found' }}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <input type="hidden" name="version" value={task.version} />
        <BeforeField values={fields} />
        <TaskFields t={t} caseworkers={caseworkers} />
        <div className="acts">
          <SubmitButton>{t('common.save')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
