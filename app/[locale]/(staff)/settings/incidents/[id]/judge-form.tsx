import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { BreachFactFields } from '@/components/privacy/breach-fields'
import type { StoredBreach } from '@/lib/domain/privacy/breach-file'
import type { Translator } from '@/lib/i18n/translate'
import { heldValues } from '../../../cases/[number]/held-form'
import { judgeBreachAction } from '../actions'
import { INCIDENT_REFUSALS } from './refusals'

/** What an administrator finds of an incident: its facts, and whether it is one for the authorities. */
export async function JudgeForm({ t, found }: { t: Translator; found: StoredBreach }) {
  return (
    <>
      <h2 className="noprint">{t('privacy.judge')}</h2>
      <ActionForm
        locale={t.locale}
        action={judgeBreachAction.bind(null, t.locale, found.id)}
        values={
          (await heldValues({ name: 'incident-judged', number: found.id })) ?? {
            data: [...found.data],
            origins: [...found.origins],
            people: found.people === null ? '' : String(found.people),
            isIntended: found.isIntended ? 'yes' : '',
            isFraudRisk: found.isFraudRisk ? 'yes' : '',
            ...(found.state === 'reported' ? {} : { decision: found.state }),
          }
        }
        refusals={INCIDENT_REFUSALS}
        className="stack narrow noprint"
      >
        <input type="hidden" name="version" value={found.version} />
        <BreachFactFields t={t} />
        <ChoiceGroup
          name="decision"
          kind="radio"
          legend={t('privacy.decision')}
          hint={t('privacy.decision_hint')}
          sections={[
            {
              choices: (['notifiable', 'not_notifiable'] as const).map((value) => ({
                value,
                text: t(`privacy.decision_${value}`),
              })),
            },
          ]}
        />
        <TextAreaField name="why" rows={3} label={t('privacy.why')} />
        <div className="acts">
          <SubmitButton>{t('privacy.judge_button')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
