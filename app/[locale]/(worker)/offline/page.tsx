import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { EmergencyDuo } from '@/components/help/emergency-duo'
import { QuestionHead } from '@/components/report/question-head'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'
import { phoneFiles } from '@/lib/platform/phone-files'

type OfflineProps = PageProps<'/[locale]/offline'>

export async function generateMetadata({ params }: OfflineProps): Promise<Metadata> {
  return { title: pageWordsFor(toLocale((await params).locale))('report.start_title') }
}

/**
 * What a phone shows where there is no network (docs/adr/022): the place of the offline report, and until that has begun, or
 * where it cannot, the numbers to call. Kept by the service worker; with network it leads to what is kept on the phone.
 */
export default async function OfflinePage({ params }: OfflineProps) {
  const t = pageWordsFor(toLocale((await params).locale))
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const app = phoneFiles()['offline-app']
  return (
    <>
      <div id="offline">
        <div className="page">
          <main id="main">
            <QuestionHead question={t('offline.heading')} lead={t('offline.no_script')} />
            <h2>{t('common.help_danger')}</h2>
            <EmergencyDuo t={t} country="JP" />
          </main>
        </div>
      </div>
      {app === undefined ? null : (
        <script type="module" defer src={app.src} nonce={nonce} data-own="" suppressHydrationWarning />
      )}
    </>
  )
}
