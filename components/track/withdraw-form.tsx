import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translate'

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
      {asksPressure ? (
        <ChoiceGroup
          name="pressed"
          kind="radio"
          slim
          legend={t('track.withdraw_pressed')}
          hint={t('track.withdraw_pressed_hint')}
          sections={[
            {
              choices: [
                { value: 'no', text: t('track.withdraw_pressed_no') },
                { value: 'yes', text: t('track.withdraw_pressed_yes') },
              ],
            },
          ]}
        />
      ) : null}
      <div className="acts">
        <SubmitButton>{t('track.withdraw_button')}</SubmitButton>
        <LinkButton look="bare" href={`/${t.locale}/track/case/consents`}>
          {t('common.cancel')}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
