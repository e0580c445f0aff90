import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { OwnFields } from './own-fields'
import { PressureQuestion } from './pressure-question'

/** Stops the case. */
export function StopForm({
  t,
  action,
  requestId,
  caseId,
}: {
  t: Translator
  action: FormAction
  requestId: string
  caseId: string
}) {
  return (
    <ActionForm locale={t.locale} action={action} refusals={{ case_gone: 'errors.not_found' }}>
      <OwnFields requestId={requestId} caseId={caseId} />
      <PressureQuestion t={t} />
      <div className="acts">
        <SubmitButton>{t('track.stop_button')}</SubmitButton>
        <LinkButton look="bare" href={`/${t.locale}/track/case`}>
          {t('common.cancel')}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
