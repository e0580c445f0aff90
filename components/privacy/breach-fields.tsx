import { ChoiceGroup } from '@/components/form/choice-group'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { BREACH_DATA } from '@/lib/domain/privacy/breach'
import type { Translator } from '@/lib/i18n/translate'

/** What decides whom to tell: kinds of data, how many people, where from, on purpose or not. */
export function BreachFactFields({ t }: { t: Translator }) {
  return (
    <>
      <ChoiceGroup
        name="data"
        kind="checkbox"
        legend={t('privacy.data')}
        slim
        columns={2}
        sections={[{ choices: BREACH_DATA.map((value) => ({ value, text: t(`privacy.data_${value}`) })) }]}
      />
      <TextField
        name="people"
        inputMode="numeric"
        label={t('privacy.people')}
        hint={t('privacy.people_hint')}
        width="s"
      />
      <ChoiceGroup
        name="origins"
        kind="checkbox"
        legend={t('privacy.origins')}
        hint={t('privacy.origins_hint')}
        slim
        columns={2}
        sections={[{ choices: ORIGIN_CODES.map((value) => ({ value, text: t(`codes.origin.${value}`) })) }]}
      />
      <TickBox name="isIntended" text={t('privacy.is_intended')} />
      <TickBox name="isFraudRisk" text={t('privacy.is_fraud_risk')} />
    </>
  )
}
