import { ChoiceGroup } from '@/components/form/choice-group'
import { TickBox } from '@/components/form/tick-box'
import type { FilingMode } from '@/app/[locale]/_filing/filing-mode'
import { requireGrant } from '@/lib/access/door'
import { findFilingGrant } from '@/lib/access/filing'
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
  BeforeSending: ({ t }) => (
    <div className="stack">
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
