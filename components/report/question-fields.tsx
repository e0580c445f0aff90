import { ChoiceGroup, type Choice } from '@/components/form/choice-group'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Pictogram } from '@/components/ui/pictogram'
import { consentsOffered } from '@/lib/domain/report/reached-answers'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { CONTACT_CHANNELS, type ContactChannel } from '@/lib/domain/report/contact-channels'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'
import { partyNameField } from '@/lib/schemas/report/parties-form'
import type { QuestionStep } from '@/lib/schemas/report/step-forms'
import { codeChoices, grievanceSections, partyChoices, preferNot } from './code-choices'
import { labelOf } from './labels'
import { DebtQuestion, PaidQuestion, PayQuestion, yesOrNo, type QuestionProps } from './money-questions'
import { pictureOf } from './choice-pictograms'
import { QuestionHead } from './question-head'

/** The fields of one question. The values come from the form around them. */
export function QuestionFields({ step, ...props }: QuestionProps & { readonly step: QuestionStep }) {
  const Question = QUESTIONS[step]
  return <Question {...props} />
}

const QUESTIONS: Readonly<Record<QuestionStep, (props: QuestionProps) => React.ReactNode>> = {
  grievances: ({ t }) => (
    <ChoiceGroup
      name="grievances"
      kind="checkbox"
      heading
      columns={2}
      legend={t('report.grievances_question')}
      hint={t('report.grievances_lead')}
      sections={grievanceSections(t)}
    />
  ),
  danger: ({ t }) => (
    <ChoiceGroup
      name="dangers"
      kind="checkbox"
      heading
      legend={t('report.danger_question')}
      hint={t('report.danger_lead')}
      sections={[{ choices: codeChoices(t, 'danger', DANGER_CODES) }]}
    />
  ),
  corridor: ({ t }) => (
    <ChoiceGroup
      name="origin"
      kind="radio"
      heading
      slim
      columns={2}
      legend={t('report.corridor_question')}
      hint={t('report.corridor_lead')}
      sections={[{ choices: [...codeChoices(t, 'origin', ORIGIN_CODES), preferNot(t)] }]}
    />
  ),
  scheme: ({ t }) => (
    <ChoiceGroup
      name="scheme"
      kind="radio"
      heading
      legend={t('report.scheme_question')}
      hint={t('report.scheme_lead')}
      sections={[{ choices: [...codeChoices(t, 'scheme', SCHEME_CODES), preferNot(t)] }]}
    />
  ),
  parties: ({ t, answers }) => (
    <ChoiceGroup
      name="roles"
      kind="checkbox"
      heading
      legend={t('report.parties_question')}
      hint={t('report.parties_lead')}
      sections={[
        {
          choices: partyChoices(
            t,
            answers.scheme,
            answers.parties.map((party) => party.role),
          ),
        },
      ]}
    />
  ),
  party_names: ({ t, answers }) => (
    <>
      <QuestionHead question={t('report.party_names_question')} lead={t('report.party_names_lead')} />
      {answers.parties.map(({ role }) => (
        <TextField key={role} name={partyNameField(role)} label={labelOf(t, 'party_role', role)} spellCheck={false} />
      ))}
    </>
  ),
  paid: PaidQuestion,
  debt: DebtQuestion,
  pay: PayQuestion,
  story: ({ t }) => (
    <>
      <QuestionHead question={t('report.story_question')} lead={t('report.story_lead')} />
      <TextAreaField name="story" label={t('report.story_label')} hint={t('report.story_hint')} rows={10} />
    </>
  ),
  contact: ({ t }) => (
    <ChoiceGroup
      name="channel"
      kind="radio"
      heading
      legend={t('report.contact_question')}
      hint={t('report.contact_lead')}
      sections={[{ choices: codeChoices(t, 'contact_channel', CONTACT_CHANNELS) }]}
    />
  ),
  contact_details: ({ t, answers }) => (
    <>
      <QuestionHead question={t('report.contact_details_question')} lead={t('report.contact_details_lead')} />
      {/* Travels along, so that a draft lost meanwhile still knows what the address is for. */}
      <input type="hidden" name="channel" value={answers.contact.channel} />
      <TextField
        name="detail"
        label={t(DETAIL_LABELS[answers.contact.channel])}
        spellCheck={false}
        {...detailKeyboard(answers.contact.channel)}
      />
      <TextField name="safeTimes" label={t('report.safe_times')} hint={t('report.safe_times_hint')} />
      <ChoiceGroup
        name="mayLeaveMessage"
        kind="radio"
        slim
        legend={t('report.leave_message_legend')}
        sections={[{ choices: yesOrNo(t('report.leave_message_yes'), t('report.leave_message_no')) }]}
      />
    </>
  ),
  consents: ({ t, answers }) => (
    <>
      <ChoiceGroup
        name="consents"
        kind="checkbox"
        heading
        legend={t('report.consents_question')}
        hint={t('report.consents_lead')}
        sections={[{ choices: consentChoices(t, answers) }]}
      />
      <p className="hint">
        {t('report.consents_ask_first')} <a href={`/${t.locale}/rights/information`}>{t('report.consents_read_all')}</a>
      </p>
    </>
  ),
}

const DETAIL_LABELS = {
  here_only: 'report.detail_phone',
  phone: 'report.detail_phone',
  sms: 'report.detail_sms',
  line: 'report.detail_line',
  messenger: 'report.detail_messenger',
  whatsapp: 'report.detail_whatsapp',
  email: 'report.detail_email',
} as const satisfies Record<ContactChannel, string>

function detailKeyboard(channel: ContactChannel) {
  if (channel === 'phone' || channel === 'sms' || channel === 'whatsapp')
    return { type: 'tel', inputMode: 'tel' } as const
  return channel === 'email' ? ({ type: 'email', inputMode: 'email' } as const) : {}
}

/** What can be agreed to after these answers; sending to a body is asked later, for that body. */
function consentChoices(t: Translator, answers: ReportAnswers): Choice[] {
  return consentsOffered(answers).flatMap((kind) =>
    kind === 'send_to_body'
      ? []
      : [
          {
            value: kind,
            text: labelOf(t, 'consent_kind', kind),
            help: t(`report.consent_${kind}_help`),
            pictogram: <Pictogram name={pictureOf('consent', kind) ?? 'other'} />,
          },
        ],
  )
}
