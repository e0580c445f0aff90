import { codeChoices, grievanceSections, partyChoices, preferNot } from '@/components/report/code-choices'
import { labelOf } from '@/components/report/labels'
import { askWorker, personChoices } from '@/components/report/person-fields'
import { yesOrNo } from '@/components/report/money-questions'
import { sayContract } from '@/components/report/pay-words'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { COLLATERALS, RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { LENDER_KINDS, PARTY_ROLES } from '@/lib/domain/fees/payees'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { CONTACT_CHANNELS } from '@/lib/domain/report/contact-channels'
import type { PaperStep } from '@/lib/domain/report/paper-numbers'
import { PERSON_FIELDS } from '@/lib/domain/report/person-facts'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'
import { ASKED_CONSENTS } from '@/lib/schemas/report/consents-form'
import { CONTRACT_MONTHS } from '@/lib/schemas/report/pay-form'
import type { PaperPart, PaperQuestion } from './paper-parts'

type Asked = Exclude<PaperStep, 'fees'>

/** A question on paper, in the words, the choices and the order of its screen (tests/unit/report/paper-form.test.tsx holds them). */
export function paperQuestion(t: Translator, step: Asked): PaperQuestion {
  return QUESTIONS[step](t)
}

/** The questions about who reports, which no screen of the report asks: nobody has to answer them. */
export function paperPerson(t: Translator): PaperQuestion {
  return {
    question: t('report.about_heading'),
    lead: `${t('report.about_lead')} ${t('report.about_note')}`,
    parts: PERSON_FIELDS.map((field) => ({
      kind: 'boxes',
      legend: askWorker(t)(field),
      sections: [{ choices: personChoices(t, field) }],
    })),
  }
}

const boxes = (choices: ReturnType<typeof codeChoices>): PaperPart[] => [{ kind: 'boxes', sections: [{ choices }] }]

const QUESTIONS: Readonly<Record<Asked, (t: Translator) => PaperQuestion>> = {
  grievances: (t) => ({
    question: t('report.grievances_question'),
    lead: t('report.grievances_lead'),
    parts: [{ kind: 'boxes', sections: grievanceSections(t) }],
  }),
  danger: (t) => ({
    question: t('report.danger_question'),
    lead: t('report.danger_lead'),
    parts: boxes(codeChoices(t, 'danger', DANGER_CODES)),
  }),
  corridor: (t) => ({
    question: t('report.corridor_question'),
    lead: t('report.corridor_lead'),
    parts: boxes([...codeChoices(t, 'origin', ORIGIN_CODES), preferNot(t)]),
  }),
  scheme: (t) => ({
    question: t('report.scheme_question'),
    lead: t('report.scheme_lead'),
    parts: boxes([...codeChoices(t, 'scheme', SCHEME_CODES), preferNot(t)]),
  }),
  parties: (t) => ({
    question: t('report.parties_question'),
    lead: t('report.parties_lead'),
    parts: boxes(partyChoices(t, undefined, [])),
  }),
  party_names: (t) => ({
    question: t('report.party_names_question'),
    lead: t('report.party_names_lead'),
    parts: PARTY_ROLES.map((role) => ({ kind: 'line', label: labelOf(t, 'party_role', role) })),
  }),
  paid: (t) => ({
    question: t('report.paid_question'),
    lead: t('report.paid_lead'),
    parts: boxes([
      ...yesOrNo(t('report.paid_yes'), t('report.paid_no')),
      { value: 'unsure', text: t('common.not_sure') },
    ]),
  }),
  debt: (t) => ({
    question: t('report.debt_question'),
    lead: t('report.debt_lead'),
    parts: [
      ...boxes(yesOrNo(t('report.debt_yes'), t('report.debt_no'))),
      {
        kind: 'boxes',
        legend: t('report.lender_legend'),
        sections: [{ choices: codeChoices(t, 'lender_kind', LENDER_KINDS) }],
      },
      { kind: 'line', label: t('report.owed_label'), beside: [t('common.currency')] },
      { kind: 'more', text: t('report.loan_more') },
      { kind: 'line', label: t('report.principal_label') },
      { kind: 'line', label: t('report.monthly_label') },
      { kind: 'line', label: t('report.rate_label') },
      {
        kind: 'boxes',
        legend: t('report.rate_period_label'),
        sections: [
          {
            choices: [
              { value: '', text: t('common.not_sure') },
              ...RATE_PERIODS.map((value) => ({ value, text: labelOf(t, 'rate_period', value) })),
            ],
          },
        ],
      },
      {
        kind: 'boxes',
        legend: t('report.collateral_legend'),
        sections: [{ choices: codeChoices(t, 'collateral', COLLATERALS) }],
      },
    ],
  }),
  pay: (t) => ({
    question: t('report.pay_question'),
    lead: t('report.pay_lead'),
    parts: [
      {
        kind: 'boxes',
        legend: t('report.contract_legend'),
        sections: [
          {
            choices: [
              ...CONTRACT_MONTHS.map((value) => ({ value, text: sayContract(Number(value), t) })),
              { value: 'other', text: t('report.contract_other') },
              { value: '', text: t('report.do_not_know') },
            ],
          },
        ],
      },
      { kind: 'line', label: t('report.contract_months') },
      { kind: 'line', label: t('report.contract_wage'), beside: [t('common.currency')] },
      { kind: 'line', label: t('report.first_month') },
    ],
  }),
  story: (t) => ({
    question: t('report.story_question'),
    lead: t('report.story_lead'),
    parts: [{ kind: 'line', label: t('report.story_label'), hint: t('report.story_hint'), lines: 14 }],
  }),
  contact: (t) => ({
    question: t('report.contact_question'),
    lead: t('report.contact_lead'),
    parts: boxes(codeChoices(t, 'contact_channel', CONTACT_CHANNELS)),
  }),
  contact_details: (t) => ({
    question: t('report.contact_details_question'),
    lead: t('report.contact_details_lead'),
    parts: [
      { kind: 'line', label: t('report.paper_detail') },
      { kind: 'line', label: t('report.safe_times'), hint: t('report.safe_times_hint') },
      {
        kind: 'boxes',
        legend: t('report.leave_message_legend'),
        sections: [{ choices: yesOrNo(t('report.leave_message_yes'), t('report.leave_message_no')) }],
      },
    ],
  }),
  consents: (t) => ({
    question: t('report.consents_question'),
    lead: t('report.consents_lead'),
    parts: boxes(
      ASKED_CONSENTS.map((kind) => ({
        value: kind,
        text: labelOf(t, 'consent_kind', kind),
        help: t(`report.consent_${kind}_help`),
      })),
    ),
  }),
}
