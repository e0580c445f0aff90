import './styles/tokens.css'
import './styles/worker.css'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { LeaveScript } from '@/components/ui/leave'
import { Missing } from '@/components/ui/missing'
import { PageFoot } from '@/components/ui/page-foot'
import { PhoneScript } from '@/components/ui/phone-script'
import { SkipLink } from '@/components/ui/skip-link'
import { TopBar } from '@/components/ui/top-bar'
import { currentStaff } from '@/lib/access/door'
import { LOCALE_FACTS } from '@/lib/i18n/locales'
import { requestLocale } from '@/lib/i18n/request-locale'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { afterSignIn } from './[locale]/(staff)/sign-in/first-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: `${translatorFor(await requestLocale())('errors.missing_title')} – Passage` }
}

/**
 * Any address that no page has. A page of its own and not `notFound()` in a catch-all route: that one is drawn by
 * scripts only, and a phone without them would show nothing.
 */
export default async function GlobalNotFound() {
  const t = pageWordsFor(await requestLocale())
  // Whoever signed in goes on working; only then the database is asked.
  const staff = await currentStaff().catch(() => null)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={t.locale} dir={LOCALE_FACTS[t.locale].direction} data-plain="">
      <body>
        <SkipLink t={t} />
        <TopBar t={t} />
        <Missing t={t} home={staff ? afterSignIn(t.locale, null, staff.role) : `/${t.locale}`} />
        <PageFoot t={t} />
        <LeaveScript nonce={nonce} />
        <PhoneScript nonce={nonce} />
      </body>
    </html>
  )
}
