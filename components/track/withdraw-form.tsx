import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'
import { PressureQuestion } from './pressure-question'

/** Takes a yes back. `asksPressure`: this one ends the case, so we ask in private whether somebody makes the worker stop. */
export function WithdrawForm({
  t,
  action,
  consentId,
  asksPressure,
}: {
  t: Translator
  action: FormAction
  consentId: string
  asksPressure: boolean
}) {
  return (
    <ActionForm
      locale={t.locale}
      action={action}
      refusals={{ case_gone: 'errors.not_found', consent_unknown: 'errors.not_found' }}
    >
      <input type="hidden" name="consentId" value={consentId} />
      {asksPressure ? <PressureQuestion t={t} /> : null}
      <div className="acts">
        <SubmitButton>{t('track.withdraw_button')}</SubmitButton>
        <LinkButton look="bare" href={`/${t.locale}/track/case/consents`}>
          {t('common.cancel')}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
