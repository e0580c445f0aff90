import '@/app/styles/tokens.css'
import '@/app/styles/worker.css'
import '@/app/styles/figures.css'
import '@/app/styles/staff.css'
import type { Metadata, Viewport } from 'next'
import { redirect } from 'next/navigation'
import { ArrivalFocus } from '@/components/ui/arrival-focus'
import { ErrorWords } from '@/components/ui/error-words'
import { currentStaff } from '@/lib/access/door'
import { failureWords } from '@/lib/i18n/failure-words'
import { DEFAULT_LOCALE, isStaffLocale, LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import { requestPath } from '@/lib/i18n/request-locale'
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
  const address = await requestPath()
  if (!isStaffLocale(locale)) redirect(address.replace(`/${locale}`, `/${await ownLocale()}`))
  return (
    <html lang={locale} dir={LOCALE_FACTS[locale].direction}>
      <body>
        <ErrorWords words={failureWords(translatorFor(locale))}>{children}</ErrorWords>
        <ArrivalFocus />
      </body>
    </html>
  )
}

/** The staff side has three languages; an address in another one leads to the same place in the reader's own. */
async function ownLocale(): Promise<string> {
  const own = (await currentStaff())?.locale ?? ''
  return isStaffLocale(own) ? own : DEFAULT_LOCALE
}
