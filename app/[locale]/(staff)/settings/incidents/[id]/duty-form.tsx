import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { dutyText } from '@/components/privacy/duty-list'
import type { StoredBreach } from '@/lib/domain/privacy/breach-file'
import type { Translator } from '@/lib/i18n/translate'
import { heldValues } from '../../../cases/[number]/held-form'
import { doneDutyAction } from '../actions'
import { INCIDENT_REFUSALS } from './refusals'

/** Ticks one thing that is due as done, with who, when and what. */
export async function DutyForm({ t, found }: { t: Translator; found: StoredBreach }) {
  const due = found.duties.filter(({ doneAt }) => doneAt === null)
  if (due.length === 0) return null
  return (
    <details className="noprint">
      <summary>{t('privacy.duty_tick')}</summary>
      <ActionForm
        locale={t.locale}
        action={doneDutyAction.bind(null, t.locale, found.id)}
        values={(await heldValues({ name: 'incident-duty', number: found.id })) ?? {}}
        refusals={INCIDENT_REFUSALS}
        className="stack narrow noprint"
      >
        <SelectField
          name="duty"
          label={t('privacy.duty')}
          options={due.map((duty) => ({ value: duty.id, text: dutyText(t, duty) }))}
        />
        <ChoiceGroup
          name="outcome"
          kind="radio"
          legend={t('privacy.outcome')}
          slim
          sections={[
            {
              choices: (['done', 'not_needed'] as const).map((value) => ({
                value,
                text: t(`privacy.outcome_${value}`),
              })),
            },
          ]}
        />
        <TextAreaField name="note" rows={3} label={t('privacy.note')} hint={t('privacy.note_hint')} />
        <div className="acts">
          <SubmitButton>{t('privacy.duty_tick')}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}
