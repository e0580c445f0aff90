import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { StaffName } from '@/lib/domain/case-file'
import { taskDayOf } from '@/lib/domain/case-tasks'
import type { Translator } from '@/lib/i18n/translate'

/** Who does a task, and by when. */
export function TaskFields({ t, caseworkers }: { t: Translator; caseworkers: readonly StaffName[] }) {
  return (
    <>
      <SelectField
        name="assigneeId"
        label={t('cases.task_assignee')}
        options={[
          { value: '', text: t('cases.nobody') },
          ...caseworkers.map(({ id, displayName }) => ({ value: id, text: displayName })),
        ]}
      />
      <TextField name="dueOn" type="date" label={t('cases.task_due')} hint={t('cases.task_due_hint')} width="m" />
    </>
  )
}

/** A task as the answers of the form. */
export function taskFields({ assigneeId, dueAt }: { readonly assigneeId: string | null; readonly dueAt: Date | null }) {
  return { assigneeId: assigneeId ?? '', dueOn: dueAt === null ? '' : taskDayOf(dueAt) }
}
