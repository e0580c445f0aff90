'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

export type LinkWords = {
  readonly heading: string
  readonly once: string
  readonly label: string
  readonly copy: string
  readonly copied: string
}

const neverChanges = () => () => undefined

/** The link, once: in a field, because a field can be selected and copied without scripts. */
export function MadeLink({ link, until, words }: { link: string; until: string; words: LinkWords }) {
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const canCopy = useSyncExternalStore(
    neverChanges,
    () => 'clipboard' in navigator,
    () => false,
  )
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    box.current?.focus()
  }, [])
  return (
    <div className="note ok" ref={box} tabIndex={-1} role="status">
      <div className="stack">
        <h2>{words.heading}</h2>
        <p>{words.once}</p>
        <div className="field">
          <label htmlFor="made-link">{words.label}</label>
          <input
            id="made-link"
            ref={field}
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        {canCopy ? (
          <p className="acts">
            <button
              type="button"
              className="btn"
              onClick={() => {
                field.current?.select()
                void navigator.clipboard.writeText(link).then(() => setIsCopied(true))
              }}
            >
              {isCopied ? words.copied : words.copy}
            </button>
          </p>
        ) : null}
        <p>{until}</p>
      </div>
    </div>
  )
}
