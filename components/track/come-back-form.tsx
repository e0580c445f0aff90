import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/link-button'
import { REOPENING_REASONS } from '@/lib/domain/workflow/outcomes'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { OwnFields } from './own-fields'

/** Brings a closed case back: with a reason it is opened again, without one another officer looks. */
export function ComeBackForm({
  t,
  action,
  asksReason,
  button,
  requestId,
  caseId,
}: {
  t: Translator
  action: FormAction
  asksReason: boolean
  button: string
  requestId: string
  caseId: string
}) {
  return (
    <ActionForm
      locale={t.locale}
      action={action}
      refusals={{
        case_gone: 'errors.not_found',
        reopen_too_late: 'track.reopen_too_late',
        appeal_too_late: 'track.appeal_too_late',
        move_not_allowed: 'track.not_ended',
      }}
    >
      <OwnFields requestId={requestId} caseId={caseId} />
      {asksReason ? (
        <ChoiceGroup
          name="reason"
          kind="radio"
          slim
          legend={t('track.reopen_reason')}
          sections={[
            { choices: REOPENING_REASONS.map((reason) => ({ value: reason, text: t(`track.reopen_${reason}`) })) },
          ]}
        />
      ) : null}
      <TextAreaField name="text" rows={4} label={t('track.come_back_words')} hint={t('track.come_back_words_hint')} />
      <div className="acts">
        <SubmitButton>{button}</SubmitButton>
        <LinkButton look="bare" href={`/${t.locale}/track/case`}>
          {t('common.cancel')}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
