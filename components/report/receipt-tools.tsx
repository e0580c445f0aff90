'use client'

import { useState, useSyncExternalStore } from 'react'

/** Copy and print, which only scripts can do; without them the page itself, the file and paper remain. */
export function ReceiptTools({
  text,
  words,
}: {
  text: string
  words: { copy: string; copied: string; print: string }
}) {
  const [isCopied, setCopied] = useState(false)
  // A button that only scripts can serve is not there before they are.
  const isScripted = useSyncExternalStore(
    noChange,
    () => true,
    () => false,
  )
  if (!isScripted) return null
  return (
    <>
      <button
        type="button"
        className="btn alt"
        onClick={() => {
          void navigator.clipboard?.writeText(text).then(() => setCopied(true))
        }}
      >
        {words.copy}
      </button>
      <button type="button" className="btn alt" onClick={() => window.print()}>
        {words.print}
      </button>
      <span role="status" className="mute">
        {isCopied ? words.copied : ''}
      </span>
    </>
  )
}

function noChange(): () => void {
  return () => undefined
}
