import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Translator } from '@/lib/i18n/translate'

/** The fields of the second administrator's decision. */
export function DecideMicrodata({ t }: { t: Translator }) {
  return (
    <>
      <ChoiceGroup
        name="decision"
        kind="radio"
        legend={t('statistics.organisation_decision')}
        slim
        sections={[
          {
            choices: [
              { value: 'approve', text: t('statistics.microdata_approve') },
              { value: 'refuse', text: t('statistics.microdata_refuse') },
            ],
          },
        ]}
      />
      <TextAreaField name="note" label={t('statistics.microdata_note')} rows={2} />
      <div className="acts">
        <SubmitButton>{t('statistics.organisation_save')}</SubmitButton>
      </div>
    </>
  )
}
