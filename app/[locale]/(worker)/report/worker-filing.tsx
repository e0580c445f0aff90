import { draftGrant } from '@/lib/access/door'
import { restReportDraft } from '@/lib/usecases/wake-report-draft'
import type { FilingMode } from '@/app/[locale]/_filing/filing-mode'

/** The worker's own report: nobody signs in, the cookie of the draft is all there is. */
export const workerFiling: FilingMode = {
  kind: 'report',
  cookie: 'draft',
  base: (locale) => `/${locale}/report`,
  beginsWithoutDraft: true,
  afterReceipt: (locale, number) => (number === null ? `/${locale}/track` : `/${locale}/track?kept=1`),
  enter: async () => undefined,
  grantFor: async (token) => draftGrant(token),
  rest: (token) => restReportDraft(draftGrant(token), token),
  receiptWords: { lead: 'report.receipt_lead', kept: 'report.receipt_kept' },
  Frame: ({ aside, isWide, children }) => (
    <div className={isWide ? 'page wide' : 'page'}>
      {isWide ? null : <aside>{aside}</aside>}
      <main id="main">{children}</main>
      {isWide ? <aside className="stack rule">{aside}</aside> : null}
    </div>
  ),
}
