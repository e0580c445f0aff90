import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { ACCOUNT_NOTICES, ALWAYS_IN_APP, NOTICE_TIME_ZONES, type NoticeKind } from '@/lib/domain/notices'
import type { Translator } from '@/lib/i18n/translate'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** What I want to be told of, in the list and by mail, and when no mail comes. `kinds`: what somebody of this role can be told of. */
export function NoticeSettingsFields({ t, kinds }: { t: Translator; kinds: readonly NoticeKind[] }) {
  const choices = (some: readonly NoticeKind[]) =>
    some.map((kind) => ({ value: kind, text: t(`notices.kind_${kind}`) }))
  const isAlways = (kind: NoticeKind) => ALWAYS_IN_APP.includes(kind)
  const always = [...kinds.filter(isAlways), ...ACCOUNT_NOTICES].map((kind) => t(`notices.kind_${kind}`))
  const hours = [
    { value: '', text: t('notices.quiet_none') },
    ...HOURS.map((hour) => ({ value: String(hour), text: `${String(hour).padStart(2, '0')}:00` })),
  ]
  return (
    <>
      <ChoiceGroup
        name="inApp"
        kind="checkbox"
        legend={t('notices.in_app_legend')}
        hint={`${t('notices.in_app_always')} ${always.join(' · ')}`}
        sections={[{ choices: choices(kinds.filter((kind) => !isAlways(kind))) }]}
        slim
        columns={2}
      />
      <ChoiceGroup
        name="byMail"
        kind="checkbox"
        legend={t('notices.by_mail_legend')}
        hint={`${t('notices.by_mail_hint')} ${t('notices.by_mail_account')}`}
        sections={[{ choices: choices(kinds) }]}
        slim
        columns={2}
      />
      <fieldset className="tight">
        <legend>{t('notices.quiet_legend')}</legend>
        <p className="hint">{t('notices.quiet_hint')}</p>
        <SelectField name="quietFrom" label={t('notices.quiet_from')} options={hours} width="s" />
        <SelectField name="quietTo" label={t('notices.quiet_to')} options={hours} width="s" />
        <SelectField
          name="timeZone"
          label={t('notices.time_zone')}
          options={NOTICE_TIME_ZONES.map((zone) => ({ value: zone, text: zone.replace('_', ' ') }))}
          width="m"
        />
      </fieldset>
    </>
  )
}
