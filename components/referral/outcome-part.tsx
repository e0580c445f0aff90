import { wordOf } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { REFERRAL_OUTCOMES } from '@/lib/domain/referral/outcomes'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Sent = {
  readonly version: number
  readonly toOfficeId: string | null
  readonly outcomeCode: string | null
  readonly outcome: string | null
  readonly answeredAt: Date | null
  readonly vitalInterestByIds: readonly string[]
  readonly toldWorkerAt: Date | null
}
type Shared = {
  readonly openedAt: Date | null
  readonly decision: string | null
  readonly outcome: string | null
  readonly outcomeLanguage: string | null
}

/** After sending: what came back, and for a body outside the way to write it down; telling the worker where that had to wait. */
export function OutcomePart({
  t,
  referral,
  share,
  action,
  tell,
  followUpHref,
  values,
  refusals,
}: {
  t: Translator
  referral: Sent
  share: Shared | null
  action: FormAction
  tell: FormAction
  followUpHref: string
  values: FieldValues | null
  refusals: RefusalKeys
}) {
  const words = referral.outcome ?? share?.outcome ?? null
  return (
    <section className="block" id="outcome">
      <h2>{t('referrals.outcome_heading')}</h2>
      {share === null ? null : (
        <p className="mute">
          {share.openedAt === null
            ? t('referrals.not_opened')
            : t('referrals.opened', { day: formatDayOf(share.openedAt, t.locale) })}
        </p>
      )}
      {referral.outcomeCode === null ? null : (
        <p>
          <b>{wordOf(t, `referrals.outcome_${referral.outcomeCode}`, referral.outcomeCode)}</b>
        </p>
      )}
      {words === null ? null : (
        <p className="said" lang={share?.outcomeLanguage ?? undefined}>
          {words}
        </p>
      )}
      {referral.toOfficeId === null && referral.answeredAt === null ? (
        <>
          <p>
            {t('referrals.follow_up')} <a href={followUpHref}>{t('referrals.follow_up_link')}</a>
          </p>
          <ActionForm
            locale={t.locale}
            action={action}
            {...(values ? { values } : {})}
            refusals={refusals}
            className="stack narrow"
          >
            <input type="hidden" name="version" value={referral.version} />
            <input type="hidden" name="requestId" value={crypto.randomUUID()} />
            <SelectField
              name="code"
              label={t('referrals.outcome_code')}
              options={[
                { value: '', text: t('cases.choose') },
                ...REFERRAL_OUTCOMES.map((value) => ({ value, text: t(`referrals.outcome_${value}`) })),
              ]}
            />
            <TextAreaField name="words" label={t('referrals.outcome_words')} rows={4} />
            <div className="acts">
              <SubmitButton>{t('referrals.outcome_button')}</SubmitButton>
            </div>
          </ActionForm>
        </>
      ) : null}
      {referral.vitalInterestByIds.length === 0 ? null : referral.toldWorkerAt === null ? (
        <ActionForm locale={t.locale} action={tell} refusals={refusals} className="stack narrow" id="tell">
          <h3>{t('referrals.tell_heading')}</h3>
          <p>{t('referrals.tell_lead')}</p>
          <div className="acts">
            <SubmitButton look="alt">{t('referrals.tell_button')}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p>{t('referrals.told', { day: formatDayOf(referral.toldWorkerAt, t.locale) })}</p>
      )}
    </section>
  )
}
