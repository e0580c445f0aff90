import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { CONFIDENCES } from '@/lib/domain/fees/rules/fee-rule'
import { FORUM_COSTS, type LegalRule } from '@/lib/domain/forums/legal-rule'
import type { FieldValues } from '@/lib/http/form-fields'
import type { Translator } from '@/lib/i18n/translate'

const UNITS = ['years', 'months', 'days'] as const

/** What of a rule can be changed, in the order a law is read: what it says, since when, where it stands, why it is changed. */
export function LegalRuleFields({ t, kind }: { t: Translator; kind: LegalRule['kind'] }) {
  return (
    <>
      {kind === 'limitation' ? (
        <>
          <TextField name="periodCount" label={t('forums.field_period')} inputMode="numeric" width="s" />
          <SelectField
            name="periodUnit"
            label={t('forums.field_unit')}
            options={UNITS.map((value) => ({ value, text: t(`forums.unit_${value}`) }))}
          />
        </>
      ) : (
        <>
          <TextField name="monthsFrom" label={t('forums.field_months_from')} inputMode="numeric" width="s" />
          <TextField name="monthsTo" label={t('forums.field_months_to')} inputMode="numeric" width="s" />
          <SelectField
            name="cost"
            label={t('forums.costs')}
            options={FORUM_COSTS.map((value) => ({ value, text: t(`forums.cost_${value}`) }))}
          />
          <TickBox name="acceptsAnonymous" text={t('forums.field_anonymous')} />
        </>
      )}
      <TextField name="effectiveFrom" label={t('forums.field_from')} hint={t('forums.field_day_hint')} width="m" />
      <TextField name="effectiveTo" label={t('forums.field_to')} hint={t('forums.field_day_hint')} width="m" />
      <TextField name="sourceTitle" label={t('forums.field_source')} lang="en" />
      <TextField name="sourceArticle" label={t('forums.field_article')} lang="en" />
      <TextField name="sourceUrl" label={t('forums.field_url')} hint={t('forums.field_url_hint')} />
      <TextField name="readOn" label={t('forums.field_read_on')} hint={t('forums.field_day_hint')} width="m" />
      <TickBox name="isVerified" text={t('forums.field_verified')} />
      <SelectField
        name="confidence"
        label={t('forums.field_confidence')}
        options={CONFIDENCES.map((value) => ({ value, text: t(`forums.confidence_${value}`) }))}
      />
      <TextAreaField name="note" label={t('forums.field_note')} lang="en" />
      <TickBox name="isWithdrawn" text={t('forums.field_withdrawn')} />
      <TextAreaField name="reason" label={t('forums.field_reason')} />
    </>
  )
}

/** The fields as the rule stands now. */
export function legalRuleValues(rule: LegalRule): FieldValues {
  return {
    ...(rule.kind === 'limitation'
      ? { periodCount: String(rule.period.count), periodUnit: rule.period.unit }
      : {
          monthsFrom: rule.monthsFrom === null ? '' : String(rule.monthsFrom),
          monthsTo: rule.monthsTo === null ? '' : String(rule.monthsTo),
          cost: rule.cost,
          ...(rule.acceptsAnonymous && { acceptsAnonymous: 'yes' }),
        }),
    effectiveFrom: rule.effectiveFrom ?? '',
    effectiveTo: rule.effectiveTo ?? '',
    sourceTitle: rule.source.title,
    sourceArticle: rule.source.article ?? '',
    sourceUrl: rule.source.url ?? '',
    readOn: rule.verification.readOn,
    ...(rule.verification.isVerified && { isVerified: 'yes' }),
    confidence: rule.verification.confidence,
    note: rule.note ?? '',
    ...(rule.isWithdrawn && { isWithdrawn: 'yes' }),
  }
}
