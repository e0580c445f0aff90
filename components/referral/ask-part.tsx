import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Note } from '@/components/ui/note'
import { CONSENT_DEFAULT_DAYS } from '@/lib/domain/consents'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Asked = {
  readonly askedAt: Date
  readonly answerByAt: Date
  readonly answer: 'yes' | 'part' | 'no' | null
  readonly cancelledAt: Date | null
}

/** The question to the worker: put it, or how it stands. */
export function AskPart({
  t,
  isWaiting,
  hasYes,
  asked,
  action,
  refusals,
}: {
  t: Translator
  isWaiting: boolean
  hasYes: boolean
  asked: Asked | null
  action: FormAction
  refusals: RefusalKeys
}) {
  const isOpen = asked !== null && asked.answer === null && asked.cancelledAt === null
  return (
    <section className="block" id="ask">
      <h2>{t('referrals.ask_heading')}</h2>
      {asked?.answer ? (
        <Note tone={asked.answer === 'no' ? 'care' : 'ok'}>{t(`referrals.answer_${asked.answer}`)}</Note>
      ) : null}
      {isOpen ? (
        <p>
          {t('referrals.ask_waits', {
            day: formatDayOf(asked.askedAt, t.locale),
            until: formatDayOf(asked.answerByAt, t.locale),
          })}
        </p>
      ) : null}
      {isWaiting && !isOpen && !hasYes ? (
        <ActionForm
          locale={t.locale}
          action={action}
          values={{ validDays: String(CONSENT_DEFAULT_DAYS) }}
          refusals={refusals}
          className="stack narrow"
        >
          <p>{t('referrals.ask_lead')}</p>
          <input type="hidden" name="requestId" value={crypto.randomUUID()} />
          <TextField name="validDays" label={t('referrals.ask_days')} inputMode="numeric" width="s" />
          <div className="acts">
            <SubmitButton>{t('referrals.ask_button')}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </section>
  )
}
