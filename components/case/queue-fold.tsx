import type { ReactNode } from 'react'
import type { Translator } from '@/lib/i18n/translate'

/** The search and the ways to narrow the queue: folded on a small screen, so that the first case stands high; open on a wide one. */
export function QueueFold({ t, isOpen, children }: { t: Translator; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="more fold noprint" open={isOpen}>
      <summary>{t('cases.find_and_narrow')}</summary>
      <div className="stack">{children}</div>
    </details>
  )
}
