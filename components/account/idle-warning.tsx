'use client'

import { useEffect, useRef, useState, useTransition } from 'react'

export type IdleWords = { readonly heading: string; readonly lead: string; readonly stay: string }

/** So long before the session ends it is said. */
const WARNED_MS = 2 * 60_000

/**
 * Says that the session ends soon, where nothing was asked of the server for long; one press and it goes on. The page stays as it is,
 * with all that was typed. Without scripts nothing is said, and what was typed is held when it is sent.
 */
export function IdleWarning({
  minutes,
  stay,
  words,
}: {
  minutes: number
  stay: () => Promise<void>
  words: IdleWords
}) {
  const [turn, setTurn] = useState(0)
  const [isWarned, setIsWarned] = useState(false)
  const [isPending, begin] = useTransition()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => setIsWarned(true), minutes * 60_000 - WARNED_MS)
    return () => clearTimeout(timer)
  }, [minutes, turn])
  useEffect(() => {
    if (isWarned) box.current?.showModal()
    else box.current?.close()
  }, [isWarned])
  return (
    <dialog ref={box} className="idle" aria-labelledby="idle-heading" onClose={() => setIsWarned(false)}>
      <div className="stack">
        <h2 id="idle-heading">{words.heading}</h2>
        <p>{words.lead}</p>
        <p className="acts">
          <button
            type="button"
            className="btn"
            disabled={isPending}
            onClick={() =>
              begin(async () => {
                await stay()
                setTurn((before) => before + 1)
                setIsWarned(false)
              })
            }
          >
            {words.stay}
          </button>
        </p>
      </div>
    </dialog>
  )
}
