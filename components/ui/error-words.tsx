'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { FailureWords } from '@/lib/i18n/failure-words'

const Words = createContext<FailureWords | null>(null)

/** Brings the words of an error page to the phone with every page, because a failing page cannot fetch them. */
export function ErrorWords({ words, children }: { words: FailureWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>
}

export function useErrorWords(): FailureWords {
  const words = useContext(Words)
  if (words === null) throw new Error('a root layout lacks ErrorWords')
  return words
}
