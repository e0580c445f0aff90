import { VoiceRecorder } from '@/components/files/voice-recorder'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { UnlessFailed } from '@/components/form/unless-failed'
import { Note } from '@/components/ui/note'
import { Talk } from '@/components/ui/talk'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { OwnFields } from './own-fields'
import { threadLine, type ThreadMessage } from './thread'

/** The first question that has no answer, with its own field. Not remembering is an answer, and so is not wanting to say. */
export function QuestionCard({
  t,
  action,
  question,
  count,
  office,
  caseLanguage,
  requestId,
  caseId,
  heldText,
  isAnswered,
}: {
  t: Translator
  action: FormAction
  question: ThreadMessage
  /** How many wait, this one included. */
  count: number
  office: string
  caseLanguage: string
  requestId: string
  caseId: string
  /** What was typed before the session was over. */
  heldText: string | null
  /** The one before was answered just now. */
  isAnswered: boolean
}) {
  return (
    <section className="stack rule" aria-labelledby="question">
      <h2 id="question">{t('track.question_one', { count })}</h2>
      <Talk lines={[threadLine(t, question, caseLanguage)]} />
      <ActionForm
        locale={t.locale}
        action={action}
        values={heldText === null ? {} : { answer: heldText }}
        refusals={{ case_gone: 'errors.not_found' }}
      >
        {isAnswered ? (
          <UnlessFailed>
            <Note tone="ok" announced>
              {t('track.answer_sent')}
            </Note>
          </UnlessFailed>
        ) : null}
        {heldText === null ? null : <Note announced>{t('track.reply_held')}</Note>}
        <OwnFields requestId={requestId} caseId={caseId} />
        <input type="hidden" name="answersId" value={question.id} />
        <TextAreaField
          name="answer"
          rows={4}
          label={t('track.answer_label')}
          hint={t('track.reply_hint', { office })}
        />
        <VoiceRecorder t={t} parent="case" requestId={requestId} />
        <div className="acts">
          <SubmitButton>{t('track.answer_send')}</SubmitButton>
          <SubmitButton look="alt" name="unknown" value="forgot" unchecked>
            {t('track.reply_forgot')}
          </SubmitButton>
          <SubmitButton look="alt" name="unknown" value="withheld" unchecked>
            {t('track.reply_withheld')}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}
