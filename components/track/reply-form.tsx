import { VoiceRecorder } from '@/components/files/voice-recorder'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { UnlessFailed } from '@/components/form/unless-failed'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { OwnFields } from './own-fields'

/** Where the worker writes at any time. */
export function ReplyForm({
  t,
  action,
  office,
  requestId,
  caseId,
  heldText,
  isSent,
}: {
  t: Translator
  action: FormAction
  office: string
  requestId: string
  caseId: string
  /** What was typed before the session was over. */
  heldText: string | null
  /** A message was sent just now. */
  isSent: boolean
}) {
  return (
    <ActionForm
      locale={t.locale}
      action={action}
      values={heldText === null ? {} : { text: heldText }}
      refusals={{ case_gone: 'errors.not_found' }}
    >
      <OwnFields requestId={requestId} caseId={caseId} />
      {isSent ? (
        <UnlessFailed>
          <Note tone="ok" announced>
            {t('track.reply_sent')}
          </Note>
        </UnlessFailed>
      ) : null}
      {heldText === null ? null : <Note announced>{t('track.reply_held')}</Note>}
      <TextAreaField name="text" rows={4} label={t('track.write_label')} hint={t('track.reply_hint', { office })} />
      <VoiceRecorder t={t} parent="case" requestId={requestId} />
      <div className="acts">
        <SubmitButton>{t('track.reply_send')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
