import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'

type Task = { readonly number: string; readonly kind: 'confirm' | 'alarm' }

/** What waits for a supervisor about codes, above the queue: replaced codes that somebody typed first. */
export function CodeTasks({ t, tasks }: { t: Translator; tasks: readonly Task[] }) {
  if (tasks.length === 0) return null
  const alarms = tasks.filter(({ kind }) => kind === 'alarm')
  const sorted = [...alarms, ...tasks.filter(({ kind }) => kind === 'confirm')]
  return (
    <Note tone={alarms.length > 0 ? 'stop' : 'info'}>
      <ul className="plainlist">
        {sorted.map(({ number, kind }, index) => (
          <li key={`${number} ${index}`}>
            <span>{t(kind === 'alarm' ? 'cases.code_alarm' : 'cases.code_waits')}</span>
            <a href={`/${t.locale}/cases/${number}/code`}>{number}</a>
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** On the page of the code, for supervisors who did not check: that the replaced one was typed, what to do, and that it was done. */
export function CodeAlarm({ t, action }: { t: Translator; action: FormAction }) {
  return (
    <section className="block">
      <Note tone="stop">
        <b>{t('cases.code_alarm')}</b> {t('cases.code_alarm_help')}
      </Note>
      <ActionForm locale={t.locale} action={action} refusals={{ nothing_open: 'cases.code_confirm_nothing' }}>
        <div className="acts">
          <SubmitButton look="alt">{t('cases.code_alarm_done')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}
