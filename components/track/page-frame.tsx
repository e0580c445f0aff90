import type { ReactNode } from 'react'
import { BackLink } from '@/components/ui/back-link'
import type { Translator } from '@/lib/i18n/translate'

/** A page behind one door of the case: its question, what to know, the form, and the way back. */
export function OwnPage({
  t,
  heading,
  lead,
  children,
}: {
  t: Translator
  /** Left out where the form's first question is the heading. */
  heading?: string
  lead?: string
  children: ReactNode
}) {
  return (
    <div className="page">
      <main id="main">
        {heading === undefined ? null : (
          <div className="tight">
            <h1>{heading}</h1>
            {lead === undefined ? null : <p className="lead">{lead}</p>}
          </div>
        )}
        {children}
        <BackLink href={`/${t.locale}/track/case`}>{t('track.back_to_case')}</BackLink>
      </main>
    </div>
  )
}
