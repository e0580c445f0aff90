'use client'

import { useCallback, useEffect, useRef, type SyntheticEvent } from 'react'

/**
 * Asks before a page with typed and unsent words is left: by a link, by Back, by closing it. Sending is not leaving;
 * neither is Leave, which blanks the page first (components/ui/leave.tsx) and must never be held up.
 * `failure` is what the last sending came back with: then the words are unsent again.
 */
export function useUnsentGuard(failure: object | null) {
  const isUnsent = useRef(false)
  useEffect(() => {
    if (failure !== null) isUnsent.current = true
  }, [failure])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsent.current && !document.documentElement.hidden) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  const noteTyping = useCallback((event: SyntheticEvent) => {
    if (isTypedText(event.target)) isUnsent.current = true
  }, [])
  const noteSending = useCallback(() => {
    isUnsent.current = false
  }, [])
  return { noteTyping, noteSending }
}

/** A choice is tapped again in a moment, and a password is not written twice by heart: only words are guarded. */
function isTypedText(target: unknown): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'password', 'hidden'].includes(target.type)
}
