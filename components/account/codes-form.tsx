'use client'

import { useActionState, useEffect, useRef } from 'react'

export type CodesState = { readonly status: 'idle' } | { readonly status: 'made'; readonly codes: readonly string[] }
export type CodesAction = (previous: CodesState, data: FormData) => Promise<CodesState>

export type CodesWords = {
  readonly make: string
  readonly heading: string
  readonly once: string
  readonly print: string
}

const IDLE: CodesState = { status: 'idle' }

/** Makes a new set of recovery codes; they stand in the answer to this one post and nowhere else. */
export function CodesForm({ action, words }: { action: CodesAction; words: CodesWords }) {
  const [state, send, isPending] = useActionState(action, IDLE)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'made') box.current?.focus()
  }, [state])
  if (state.status !== 'made')
    return (
      <form action={send}>
        <p className="acts">
          <button className="btn" disabled={isPending}>
            {words.make}
          </button>
        </p>
      </form>
    )
  return (
    <div className="note ok" ref={box} tabIndex={-1} role="status">
      <div className="stack">
        <h2>{words.heading}</h2>
        <p>{words.once}</p>
        <ol className="recovery">
          {state.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p className="acts">
          <button type="button" className="btn alt" onClick={() => window.print()}>
            {words.print}
          </button>
        </p>
      </div>
    </div>
  )
}
