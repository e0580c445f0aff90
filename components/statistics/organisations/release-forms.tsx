import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { RELEASE_DECISIONS, stateAfter, type ReleaseState } from '@/lib/domain/statistics/organisations/release'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import { LOCALE_FACTS, LOCALES } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'

/** Why an act on an organisation is refused. */
export const RELEASE_REFUSALS: RefusalKeys = {
  too_few_reporters: 'statistics.organisation_refusal_too_few_reporters',
  release_open: 'statistics.organisation_refusal_release_open',
  not_informed: 'statistics.organisation_refusal_not_informed',
  informed_later: 'statistics.organisation_refusal_informed_later',
  decided: 'statistics.organisation_refusal_decided',
  not_open: 'statistics.organisation_refusal_decided',
}

/** Asks that an organisation may be shown. */
export function AskOrganisationFields({ t }: { t: Translator }) {
  return (
    <>
      <TextAreaField name="note" label={t('statistics.organisation_ask_note')} rows={3} />
      <div className="acts">
        <SubmitButton>{t('statistics.organisation_ask')}</SubmitButton>
      </div>
    </>
  )
}

/** What an administrator can still decide in a state. */
export function DecideOrganisationFields({ t, state }: { t: Translator; state: ReleaseState }) {
  const possible = RELEASE_DECISIONS.filter((decision) => stateAfter(state, decision) !== null)
  return (
    <>
      <ChoiceGroup
        name="decision"
        kind="radio"
        legend={t('statistics.organisation_decision')}
        slim
        sections={[
          { choices: possible.map((value) => ({ value, text: t(`statistics.organisation_decision_${value}`) })) },
        ]}
      />
      {state === 'asked' ? (
        <TextField
          name="informedOn"
          type="date"
          label={t('statistics.organisation_informed')}
          hint={t('statistics.organisation_informed_hint')}
          width="m"
        />
      ) : null}
      <TextAreaField name="note" label={t('statistics.organisation_note')} rows={2} />
      <div className="acts">
        <SubmitButton>{t('statistics.organisation_save')}</SubmitButton>
      </div>
    </>
  )
}

/** The reply of the organisation, which is public. */
export function ReplyFields({ t }: { t: Translator }) {
  return (
    <>
      <p className="hint">{t('statistics.organisation_reply_about')}</p>
      <TextAreaField name="text" label={t('statistics.organisation_reply_text')} rows={5} />
      <SelectField
        name="language"
        label={t('statistics.organisation_reply_language')}
        options={LOCALES.map((value) => ({ value, text: LOCALE_FACTS[value].ownName, lang: value }))}
        width="m"
      />
      <TextField name="repliedOn" type="date" label={t('statistics.organisation_reply_on')} width="m" />
      <TextAreaField name="en" label={t('statistics.organisation_reply_en')} rows={3} lang="en" />
      <TextAreaField name="ja" label={t('statistics.organisation_reply_ja')} rows={3} lang="ja" />
      <div className="acts">
        <SubmitButton>{t('statistics.organisation_reply_keep')}</SubmitButton>
      </div>
    </>
  )
}
