import type { ReactNode } from 'react'
import { Brand } from '@/components/ui/logo'
import type { Locale } from '@/lib/i18n/locales'

/** The frame of the pages before somebody is signed in, with what the page is and a line about it. */
export function Gate({
  locale,
  title,
  lead,
  children,
}: {
  locale: Locale
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <div className="gate app">
      <header>
        <Brand href={`/${locale}`} name="Fair Passage" />
      </header>
      <main id="main">
        {lead === undefined ? (
          <h1>{title}</h1>
        ) : (
          <div className="tight">
            <h1>{title}</h1>
            <p className="mute">{lead}</p>
          </div>
        )}
        {children}
      </main>
    </div>
  )
}
