import type { ReactNode } from 'react'
import { Brand } from '@/components/ui/logo'
import type { Locale } from '@/lib/i18n/locales'

/** The frame of the pages before somebody is signed in. */
export function Gate({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <div className="gate app">
      <header>
        <Brand href={`/${locale}`} name="Fair Passage" />
      </header>
      <main id="main">{children}</main>
    </div>
  )
}
