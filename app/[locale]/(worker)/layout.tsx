import '@/app/styles/tokens.css'
import '@/app/styles/worker.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { LeaveScript } from '@/components/ui/leave'
import { PageFoot } from '@/components/ui/page-foot'
import { PhoneScript } from '@/components/ui/phone-script'
import { SkipLink } from '@/components/ui/skip-link'
import { TopBar } from '@/components/ui/top-bar'
import { LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'

// Neutral titles: over a shoulder this is a travel or savings app. Never the topic, never a count of messages.
export const metadata: Metadata = {
  title: { template: '%s – Passage', default: 'Passage' },
  robots: { index: false },
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** `data-plain`: lib/web-server sends these pages without any script of the framework. */
export default async function WorkerLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={locale} dir={LOCALE_FACTS[locale].direction} data-plain="">
      <body>
        <SkipLink t={t} />
        <TopBar t={t} />
        {children}
        <PageFoot t={t} />
        <LeaveScript nonce={nonce} />
        <PhoneScript nonce={nonce} />
      </body>
    </html>
  )
}
