'use client'

import { useEffect, useState, type ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { keepForLater } from './keep-for-later'

/**
 * Around the page of the checker. A copy kept on the phone is the page without a question: when the address has one, the network
 * failed, and the question is answered here. Otherwise the page and what it needs for that are kept, once it is idle.
 */
export function CheckShell({
  locale,
  isPlain,
  children,
}: {
  locale: Locale
  /** The page was drawn for the address without a question. */
  isPlain: boolean
  children: ReactNode
}) {
  const [answer, setAnswer] = useState<ReactNode>(null)
  useEffect(() => {
    if (!isPlain || location.search === '') return keepForLater(locale)
    let isGone = false
    void import('./offline-answer')
      .then(({ offlineAnswer }) => offlineAnswer(locale, location.search))
      .then((drawn) => {
        if (!isGone && drawn !== null) setAnswer(drawn)
      })
    return () => {
      isGone = true
    }
  }, [locale, isPlain])
  return answer ?? children
}
