import { ChoiceGroup } from '@/components/form/choice-group'
import { TickBox } from '@/components/form/tick-box'
import { PaperNumber } from '@/components/paper/paper-number'
import type { FilingMode } from '@/app/[locale]/_filing/filing-mode'
import { PersonSection } from '@/components/report/person-section'
import { requireGrant } from '@/lib/access/door'
import { findFilingGrant } from '@/lib/access/filing'
import { PAPER_PERSON_NUMBER } from '@/lib/domain/report/paper-numbers'
import { PERSON_LABELS } from '@/lib/domain/report/person-facts'
import { ASSISTED_CONSENT_METHODS } from '@/lib/schemas/report/draft-payload'

/** Staff write down what a worker tells them. The worker's agreement is asked for, and who heard it, before anything is sent. */
export const staffFiling: FilingMode = {
  kind: 'assisted_report',
  cookie: 'filing',
  base: (locale) => `/${locale}/cases/new`,
  beginsWithoutDraft: false,
  afterReceipt: (locale, number) => (number === null ? `/${locale}/cases` : `/${locale}/cases/${number}`),
  enter: async (locale) => {
    await requireGrant('case.file_for_worker', { locale, returnTo: `/${locale}/cases/new` })
  },
  grantFor: findFilingGrant,
  BeforeSending: ({ t, draft: { answers, assisted } }) => (
    <div className="stack">
      {answers.consents.includes('statistics') ? (
        <PersonSection
          t={t}
          heading={t('cases.about_heading')}
          lead={
            <>
              <PaperNumber t={t} number={assisted.channel === 'paper' ? PAPER_PERSON_NUMBER : null} />
              <p>{t('cases.about_lead')}</p>
            </>
          }
          ask={(field) => t(`cases.about_${PERSON_LABELS[field]}`)}
          silence={t('common.not_given')}
        />
      ) : null}
      <ChoiceGroup
        name="consentMethod"
        kind="radio"
        slim
        legend={t('report.assisted_method')}
        sections={[
          { choices: ASSISTED_CONSENT_METHODS.map((value) => ({ value, text: t(`report.assisted_method_${value}`) })) },
        ]}
      />
      <TickBox name="witnessed" text={t('report.assisted_witness')} help={t('report.assisted_witness_help')} />
    </div>
  ),
  receiptWords: { lead: 'report.assisted_receipt_lead', kept: 'report.assisted_receipt_kept' },
  Frame: ({ aside, isWide, children }) => (
    <div className={isWide ? 'page wide' : 'page'}>
      {isWide ? null : <div>{aside}</div>}
      <div className="stack">{children}</div>
      {isWide ? <aside className="stack rule">{aside}</aside> : null}
    </div>
  ),
}
