import { ApprovalAsk } from '@/components/case/approval-ask'
import { codeWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TickBox } from '@/components/form/tick-box'
import { Note } from '@/components/ui/note'
import type { ApprovalRequest, CaseHead } from '@/lib/domain/case-file'
import { needsSecondConfirmation } from '@/lib/domain/grievances/bodies'
import { SENT_HOW } from '@/lib/domain/referral/outcomes'
import type { CaseFacts } from '@/lib/domain/workflow/facts'
import type { FieldValues } from '@/lib/http/form-fields'
import type { FormAction } from '@/lib/http/form-state'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import type { Translator } from '@/lib/i18n/translate'

/** Making the pack and sending: what is asked depends on whether the worker said yes, and on where it goes. */
export function SendPart({
  t,
  head,
  facts,
  isOutside,
  hasPack,
  approval,
  send,
  askSecond,
  values,
  refusals,
}: {
  t: Translator
  head: CaseHead
  facts: CaseFacts
  isOutside: boolean
  hasPack: boolean
  approval: ApprovalRequest | null
  send: FormAction
  askSecond: FormAction
  values: FieldValues | null
  refusals: RefusalKeys
}) {
  const hasYes = facts.hasConsentForReferral
  const country = facts.referralBodyCountry
  const isDangerous = country !== null && needsSecondConfirmation(country)
  const mayPack = isOutside && (hasYes || (approval !== null && approval.approvedById !== null))
  return (
    <section className="block" id="send">
      <h2>{t('referrals.send_heading')}</h2>
      {isDangerous ? <Note tone="care">{t('referrals.danger_country')}</Note> : null}
      <ActionForm
        locale={t.locale}
        action={send}
        {...(values ? { values } : {})}
        refusals={refusals}
        className="stack narrow"
      >
        <input type="hidden" name="version" value={head.version} />
        <input type="hidden" name="requestId" value={crypto.randomUUID()} />
        {hasYes ? null : <TickBox name="isToldNow" text={t('referrals.told_now')} />}
        {hasYes ? null : (
          <TickBox name="isVitalInterest" text={t('referrals.vital')} help={t('referrals.vital_help')} />
        )}
        {isDangerous ? (
          <TickBox
            name="isDangerousBodyConfirmed"
            text={t('referrals.danger_confirm', { country: codeWord(t, 'origin', country) })}
          />
        ) : null}
        {hasYes && !isDangerous ? null : (
          <TextAreaField
            name="reason"
            label={t(isDangerous ? 'referrals.danger_note' : 'referrals.told_note')}
            {...(hasYes ? {} : { hint: t('referrals.told_note_hint') })}
            rows={3}
          />
        )}
        {mayPack ? (
          <div className="acts">
            <SubmitButton look="alt" name="act" value="pack">
              {t('referrals.pack_button')}
            </SubmitButton>
          </div>
        ) : null}
        {isOutside ? (
          <SelectField
            name="sentHow"
            label={t('referrals.send_how')}
            options={[
              { value: '', text: t('cases.choose') },
              ...SENT_HOW.map((value) => ({ value, text: t(`referrals.how_${value}`) })),
            ]}
          />
        ) : null}
        <div className="acts">
          <SubmitButton look={isOutside && mayPack && !hasPack ? 'alt' : 'filled'}>
            {t(isOutside ? 'referrals.send_button' : 'referrals.send_office')}
          </SubmitButton>
        </div>
      </ActionForm>
      {hasYes ? null : (
        <div className="tight">
          <h3>{t('referrals.second_heading')}</h3>
          <ApprovalAsk
            t={t}
            request={approval}
            action={askSecond}
            refusals={refusals}
            reasonLabel={t('referrals.second_why')}
          />
        </div>
      )}
    </section>
  )
}
