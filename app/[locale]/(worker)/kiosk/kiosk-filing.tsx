import { redirect } from 'next/navigation'
import { workerFiling } from '@/app/[locale]/(worker)/report/worker-filing'
import type { FilingMode } from '@/app/[locale]/_filing/filing-mode'
import { askWorker } from '@/components/report/person-fields'
import { PersonSection } from '@/components/report/person-section'
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
  // Few come back with their code: who they are is asked here, where an officer can help.
  BeforeSending: ({ t, draft: { answers } }) =>
    answers.consents.includes('statistics') ? (
      <PersonSection
        t={t}
        heading={t('report.about_heading')}
        lead={
          <>
            <p>{t('report.about_lead')}</p>
            <p>{t('report.about_note')}</p>
          </>
        }
        ask={askWorker(t)}
      />
    ) : null,
  receiptWords: workerFiling.receiptWords,
  Frame: workerFiling.Frame,
}
