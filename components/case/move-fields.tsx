import { ChoiceGroup } from '@/components/form/choice-group'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TickBox } from '@/components/form/tick-box'
import { Note } from '@/components/ui/note'
import type { CaseHead, StaffName } from '@/lib/domain/case-file'
import { JAPAN_BODY_CODES, needsSecondConfirmation } from '@/lib/domain/grievances/bodies'
import { asksRemedy, declarationsFor, needsWitnessNote } from '@/lib/domain/move-declarations'
import { bodyCountry } from '@/lib/domain/referral-choice'
import type { CaseFacts, RequestField } from '@/lib/domain/workflow/facts'
import { REMEDY_TYPES, REOPENING_REASONS } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import type { Translator } from '@/lib/i18n/translate'
import { itemWord } from './referral-words'
import { bodyWord, codeWord, languageWord } from './words'

type Props = {
  readonly t: Translator
  readonly head: CaseHead
  readonly to: CaseState
  readonly facts: CaseFacts
  readonly prepared: { readonly bodyCode: string; readonly dataItems: readonly string[] } | null
  readonly asks: readonly RequestField[]
  readonly caseworkers: readonly StaffName[]
  readonly closingCodes: readonly string[]
}

/** What a move asks for, in the order in which an officer decides it; what it does not ask for is not there. */
export function MoveFields(props: Props) {
  const { t, head, to, facts, prepared, asks, caseworkers, closingCodes } = props
  const has = (field: RequestField) => asks.includes(field)
  const select = (values: readonly string[], word: (value: string) => string) => [
    { value: '', text: t('cases.choose') },
    ...values.map((value) => ({ value, text: word(value) })),
  ]
  const isDangerous =
    has('isDangerousBodyConfirmed') && prepared !== null && needsSecondConfirmation(bodyCountry(prepared.bodyCode))
  const nameOf = (id: string) => caseworkers.find((one) => one.id === id)?.displayName ?? id
  return (
    <>
      {to === 'referred' && prepared ? <PreparedNote t={t} prepared={prepared} /> : null}
      {has('closingCode') ? (
        <SelectField
          name="closingCode"
          label={t('cases.ask_closing')}
          options={select(closingCodes, (code) => codeWord(t, 'closing_code', code))}
        />
      ) : null}
      {has('reopeningReason') ? (
        <SelectField
          name="reopeningReason"
          label={t('cases.ask_reopening')}
          options={select(REOPENING_REASONS, (code) => codeWord(t, 'reopening_reason', code))}
        />
      ) : null}
      {has('assigneeId') ? (
        <SelectField
          name="assigneeId"
          label={t('cases.column_officer')}
          options={select(
            caseworkers.map(({ id }) => id),
            nameOf,
          )}
        />
      ) : null}
      {has('hasAssigneeConflict') ? (
        <TickBox name="hasAssigneeConflict" text={t('cases.ask_conflict')} help={t('cases.conflict_hint')} />
      ) : null}
      {has('question') ? (
        <TextAreaField
          name="question"
          label={t('cases.ask_question')}
          hint={t('cases.ask_question_hint', { language: languageWord(t, head.language) })}
          rows={5}
          lang={head.language}
        />
      ) : null}
      {asksRemedy(to) && !facts.hasRemedy ? (
        <>
          <SelectField
            name="remedyType"
            label={t('cases.ask_remedy')}
            options={select(REMEDY_TYPES, (code) => codeWord(t, 'remedy_type', code))}
          />
          <TextAreaField
            name="remedyTerms"
            label={t('cases.ask_terms')}
            hint={t('cases.ask_terms_hint', { language: languageWord(t, head.language) })}
            rows={5}
            lang={head.language}
          />
        </>
      ) : null}
      <Declarations {...props} />
      {needsWitnessNote(declarationsFor(head.state, to)) && !has('reason') ? (
        <TextAreaField name="reason" label={t('remedies.told_words')} hint={t('remedies.witness_hint')} rows={3} />
      ) : null}
      {has('contactsParty') ? (
        <TickBox
          name="contactsParty"
          text={t('cases.ask_contacts_party')}
          help={facts.hasConsentToContactParty ? undefined : t('cases.ask_contacts_party_no')}
        />
      ) : null}
      {has('isVitalInterest') ? (
        <TickBox name="isVitalInterest" text={t('cases.ask_vital')} help={t('cases.ask_vital_help')} />
      ) : null}
      {isDangerous ? (
        <TickBox name="isDangerousBodyConfirmed" text={t('cases.ask_dangerous')} help={t('cases.ask_dangerous_help')} />
      ) : null}
      {has('signpost') ? (
        <SelectField
          name="signpost"
          label={t('cases.ask_signpost')}
          hint={t('cases.ask_signpost_hint')}
          options={select(JAPAN_BODY_CODES, (code) => bodyWord(t, code))}
        />
      ) : null}
      {has('reason') && (to !== 'referred' || isDangerous) ? (
        <TextAreaField
          name="reason"
          label={t(to === 'closed' ? 'cases.ask_closing_reason' : 'cases.ask_reason')}
          hint={
            to === 'closed'
              ? t('cases.ask_closing_reason_hint', { language: languageWord(t, head.language) })
              : t(isDangerous ? 'cases.ask_dangerous_note_hint' : 'cases.reason_hint')
          }
          rows={5}
          {...(to === 'closed' ? { lang: head.language } : {})}
        />
      ) : null}
    </>
  )
}

function Declarations({ t, head, to, facts }: Props) {
  const offered = declarationsFor(head.state, to).filter(
    (one) =>
      !(one === 'consent_told' && facts.hasConsentForReferral) &&
      !(one === 'worker_accepted' && facts.hasWorkerAcceptedRemedy) &&
      !(one === 'evidence_seen' && facts.hasDeliveryEvidence) &&
      !(one === 'worker_confirmed' && facts.hasWorkerConfirmedDelivery) &&
      !((one === 'body_answered' || one === 'asked_in_vain') && facts.isReferralAnswered),
  )
  if (offered.length === 0) return null
  return (
    <ChoiceGroup
      name="declared"
      kind="checkbox"
      legend={t('cases.ask_declared')}
      hint={t('cases.ask_declared_hint')}
      slim
      sections={[{ choices: offered.map((value) => ({ value, text: t(`cases.declared_${value}`) })) }]}
    />
  )
}

/** What would go where, as it was prepared. */
export function PreparedNote({
  t,
  prepared,
}: {
  t: Translator
  prepared: { bodyCode: string; dataItems: readonly string[] }
}) {
  const items = prepared.dataItems.map((item) => itemWord(t, item)).join(', ')
  return <Note tone="still">{t('cases.referral_prepared', { body: bodyWord(t, prepared.bodyCode), items })}</Note>
}
