import '@/app/styles/tokens.css'
import '@/app/styles/worker.css'
import '@/app/styles/figures.css'
import '@/app/styles/open-data.css'
import type { Metadata, Viewport } from 'next'
import { PageFoot } from '@/components/ui/page-foot'
import { SkipLink } from '@/components/ui/skip-link'
import { TopBar } from '@/components/ui/top-bar'
import { LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'

export const metadata: Metadata = {
  title: { template: '%s – Fair Passage', default: 'Fair Passage' },
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Pages of numbers for everybody: found by search engines, nothing typed and nothing kept. `data-plain`: without any script. */
export default async function PublicLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  return (
    <html lang={locale} dir={LOCALE_FACTS[locale].direction} data-plain="">
      <body>
        <SkipLink t={t} />
        <TopBar t={t} />
        {children}
        <PageFoot t={t} />
      </body>
    </html>
  )
}
