import { draftGrant } from '@/lib/access/door'
import { findFileHolder } from '@/lib/access/file-holder'
import { listFilesOf } from '@/lib/usecases/files/read-files'
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
  files: async () => {
    const holder = await findFileHolder('draft')
    return (holder && (await listFilesOf(holder))) ?? []
  },
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
