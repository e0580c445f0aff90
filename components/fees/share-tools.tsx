'use client'

import { useState, useSyncExternalStore } from 'react'

type ShareWords = { readonly send: string; readonly copy: string; readonly copied: string; readonly print: string }

const never = () => () => undefined

/** Sends, copies or prints; not there without scripts, where the link itself does. */
export function ShareTools({ address, title, words }: { address: string; title: string; words: ShareWords }) {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [isCopied, setCopied] = useState(false)
  if (!isReady) return null
  const url = new URL(address, location.origin).href
  return (
    <div className="row">
      {'share' in navigator ? (
        <button
          type="button"
          className="btn alt"
          onClick={() => void navigator.share({ title, url }).catch(() => undefined)}
        >
          {words.send}
        </button>
      ) : null}
      <button
        type="button"
        className="btn alt"
        onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
      >
        {words.copy}
      </button>
      <button type="button" className="btn bare" onClick={() => window.print()}>
        {words.print}
      </button>
      <span role="status">{isCopied ? words.copied : ''}</span>
    </div>
  )
}
