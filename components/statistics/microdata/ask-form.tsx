import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { AMOUNT_COLUMNS, QUASI_COLUMNS, SENSITIVE_COLUMNS } from '@/lib/domain/statistics/microdata/columns'
import { AGREEMENT_RULES } from '@/lib/domain/statistics/microdata/agreement'
import { K_CHOICES, L_CHOICES, LEFT_OUT_CHOICES } from '@/lib/domain/statistics/microdata/request'
import type { Translator } from '@/lib/i18n/translate'

const GROUPS = [
  ['quasi', QUASI_COLUMNS],
  ['sensitive', SENSITIVE_COLUMNS],
  ['amounts', AMOUNT_COLUMNS],
] as const

/** The fields of a request. `quarters`: those that have ended, the latest first. */
export function AskFields({ t, quarters }: { t: Translator; quarters: readonly string[] }) {
  const numbers = (list: readonly number[]) => list.map((one) => ({ value: String(one), text: String(one) }))
  const times = quarters.map((quarter) => ({ value: quarter, text: quarter }))
  return (
    <>
      <TextField name="institution" label={t('statistics.microdata_institution')} />
      <TextAreaField name="purpose" label={t('statistics.microdata_purpose')} rows={3} />
      <ChoiceGroup
        name="columns"
        kind="checkbox"
        legend={t('statistics.microdata_columns')}
        slim
        columns={2}
        sections={GROUPS.map(([group, columns]) => ({
          title: t(`statistics.microdata_columns_${group}`),
          choices: columns.map((value) => ({ value, text: t(`statistics.microdata_column_${value}`) })),
        }))}
      />
      <SelectField name="fromQuarter" label={t('statistics.microdata_from')} options={times} width="m" />
      <SelectField name="toQuarter" label={t('statistics.microdata_to')} options={times} width="m" />
      <SelectField name="k" label={t('statistics.microdata_k')} options={numbers(K_CHOICES)} width="s" />
      <SelectField name="l" label={t('statistics.microdata_l')} options={numbers(L_CHOICES)} width="s" />
      <SelectField
        name="mostLeftOut"
        label={t('statistics.microdata_most_left_out')}
        options={numbers(LEFT_OUT_CHOICES)}
        width="s"
      />
      <Agreement t={t} />
      <TickBox name="signed" text={t('statistics.microdata_signed')} />
      <div className="acts">
        <SubmitButton>{t('statistics.microdata_send')}</SubmitButton>
      </div>
    </>
  )
}

/** What the institution signs. */
export function Agreement({ t }: { t: Translator }) {
  return (
    <section className="tight">
      <h3>{t('statistics.microdata_agreement')}</h3>
      <ul className="asks">
        {AGREEMENT_RULES.map((rule) => (
          <li key={rule}>{t(`statistics.microdata_agreement_${rule}`)}</li>
        ))}
      </ul>
    </section>
  )
}
