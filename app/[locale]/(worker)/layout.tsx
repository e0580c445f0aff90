import '@/app/styles/tokens.css'
import '@/app/styles/worker.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { ErrorWords } from '@/components/ui/error-words'
import { LeaveScript } from '@/components/ui/leave'
import { PageFoot } from '@/components/ui/page-foot'
import { SkipLink } from '@/components/ui/skip-link'
import { TopBar } from '@/components/ui/top-bar'
import { LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import { failureWords } from '@/lib/i18n/failure-words'
import { translatorFor } from '@/lib/i18n/translate'

// Neutral titles: over a shoulder this is a travel or savings app. Never the topic, never a count of messages.
export const metadata: Metadata = {
  title: { template: '%s – Passage', default: 'Passage' },
  robots: { index: false },
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function WorkerLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = toLocale((await params).locale)
  const t = translatorFor(locale)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={locale} dir={LOCALE_FACTS[locale].direction}>
      <body>
        <SkipLink t={t} />
        <TopBar t={t} />
        <ErrorWords words={failureWords(t)}>{children}</ErrorWords>
        <PageFoot t={t} />
        <LeaveScript nonce={nonce} />
      </body>
    </html>
  )
}
