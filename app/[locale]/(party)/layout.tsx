import '@/app/styles/tokens.css'
import '@/app/styles/worker.css'
import type { Metadata, Viewport } from 'next'
import { SkipLink } from '@/components/ui/skip-link'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

// Says nothing of what it is about: a link that is shared by mistake shows no topic in a preview.
export const metadata: Metadata = {
  title: { absolute: 'Passage' },
  robots: { index: false, follow: false, noarchive: true },
  referrer: 'same-origin',
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Pages for organisations that were asked something: no way from here into anything else. `data-plain`: without scripts. */
export default async function PartyLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = toLocale((await params).locale)
  return (
    <html lang={locale} data-plain="">
      <body>
        <SkipLink t={translatorFor(locale)} />
        {children}
      </body>
    </html>
  )
}
