import '@/app/styles/tokens.css'
import '@/app/styles/worker.css'
import '@/app/styles/staff.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { ErrorWords } from '@/components/ui/error-words'
import { failureWords } from '@/lib/i18n/failure-words'
import { LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

export const metadata: Metadata = {
  title: { template: '%s – Fair Passage', default: 'Fair Passage' },
  robots: { index: false },
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function StaffLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = toLocale((await params).locale)
  // Reading the request makes the page dynamic, which the nonce of the content security policy needs.
  await headers()
  return (
    <html lang={locale} dir={LOCALE_FACTS[locale].direction}>
      <body>
        <ErrorWords words={failureWords(translatorFor(locale))}>{children}</ErrorWords>
      </body>
    </html>
  )
}
