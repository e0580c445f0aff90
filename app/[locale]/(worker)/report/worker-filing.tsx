import { doorGrant, draftGrant } from '@/lib/access/door'
import { findFileHolder } from '@/lib/access/file-holder'
import { isUrgent } from '@/lib/domain/report/open-case'
import { ownNetwork } from '@/lib/http/own-network'
import { takeTurn } from '@/lib/usecases/abuse/take-turn'
import { listFilesOf } from '@/lib/usecases/files/read-files'
import { restReportDraft } from '@/lib/usecases/wake-report-draft'
import type { FilingMode } from '@/app/[locale]/_filing/filing-mode'
import { openFiling } from '@/app/[locale]/_filing/open-filing'
import type { Locale } from '@/lib/i18n/locales'

/** The worker's own report: nobody signs in, the cookie of the draft is all there is. */
export const workerFiling: FilingMode = {
  kind: 'report',
  cookie: 'draft',
  base: (locale) => `/${locale}/report`,
  beginsWithoutDraft: true,
  takeTurn: async (proof, answers) =>
    takeTurn(doorGrant(), {
      name: 'draft',
      network: await ownNetwork(),
      boundTo: '',
      isUrgent: isUrgent(answers),
      proof,
    }),
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

/** The receipt of a report that waited on the phone has a cookie of its own: an unfinished report in this browser stays. */
export const waitingFiling: FilingMode = {
  ...workerFiling,
  cookie: 'receipt',
  // The phone deletes what opens this receipt, and only then (lib/phone/outbox.ts).
  afterReceipt: (locale, number) => `/${locale}/track${number === null ? '' : '?kept=1&waited=1'}`,
}

/** The receipt that is to be seen: of a report that waited on the phone while one is taken up, otherwise of the draft. */
export async function filingOfReceipt(locale: Locale): Promise<FilingMode> {
  return (await openFiling(waitingFiling, locale)).state === 'sent' ? waitingFiling : workerFiling
}
