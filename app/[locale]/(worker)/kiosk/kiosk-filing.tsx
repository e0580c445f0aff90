import { redirect } from 'next/navigation'
import { workerFiling } from '@/app/[locale]/(worker)/report/worker-filing'
import type { FilingMode } from '@/app/[locale]/_filing/filing-mode'
import { currentKiosk, findKioskGrant } from '@/lib/access/kiosk'

/**
 * A worker answers on the device of an officer, who sits beside: the worker's pages and words, the officer's draft. What is agreed to
 * the worker taps; the officer is the witness. No files: they would stay on somebody else's device.
 */
export const kioskFiling: FilingMode = {
  kind: 'assisted_report',
  cookie: 'kiosk',
  base: (locale) => `/${locale}/kiosk`,
  beginsWithoutDraft: true,
  afterReceipt: (locale) => `/${locale}/kiosk/done`,
  enter: async (locale) => {
    if ((await currentKiosk()) === null) redirect(`/${locale}`)
  },
  grantFor: findKioskGrant,
  receiptWords: workerFiling.receiptWords,
  Frame: workerFiling.Frame,
}
