import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import type { StoredBreach } from '@/lib/domain/privacy/breach-file'
import type { Translator } from '@/lib/i18n/translate'
import { heldValues } from '../../../cases/[number]/held-form'
import { askClosingAction, reviewBreachAction } from '../actions'
import { INCIDENT_REFUSALS } from './refusals'

/** Says that all is done, once it is judged and nothing is due any more. */
export async function ClosingForm({ t, found }: { t: Translator; found: StoredBreach }) {
  if (found.state === 'reported' || found.duties.some(({ doneAt }) => doneAt === null)) return null
  return (
    <>
      <h2 className="noprint">{t('privacy.closing')}</h2>
      <ActionForm
        locale={t.locale}
        action={askClosingAction.bind(null, t.locale, found.id)}
        values={(await heldValues({ name: 'incident-closing', number: found.id })) ?? {}}
        refusals={INCIDENT_REFUSALS}
        className="stack narrow noprint"
      >
        <input type="hidden" name="version" value={found.version} />
        <TextAreaField name="measures" rows={4} label={t('privacy.closing_measures')} />
        <div className="acts">
          <SubmitButton>{t('privacy.closing_ask')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}

/** Agrees that it ends, or gives it back: by somebody who did not ask for it. */
export async function ReviewForm({ t, found }: { t: Translator; found: StoredBreach }) {
  return (
    <>
      <h2 className="noprint">{t('privacy.review')}</h2>
      <ActionForm
        locale={t.locale}
        action={reviewBreachAction.bind(null, t.locale, found.id)}
        values={(await heldValues({ name: 'incident-review', number: found.id })) ?? {}}
        refusals={INCIDENT_REFUSALS}
        className="stack narrow noprint"
      >
        <input type="hidden" name="version" value={found.version} />
        <ChoiceGroup
          name="decision"
          kind="radio"
          legend={t('privacy.review_decision')}
          sections={[
            {
              choices: (['agree', 'give_back'] as const).map((value) => ({
                value,
                text: t(`privacy.review_${value}`),
              })),
            },
          ]}
        />
        <TextAreaField name="words" rows={3} label={t('privacy.why')} />
        <div className="acts">
          <SubmitButton>{t('privacy.review_button')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
