'use client'

import { useRouter } from 'next/navigation'
import { useRef, type ReactNode } from 'react'

const PAUSE_MS = 180

/** The search field: each pause in typing shows what is found. Without scripts the button does. */
export function PartySearch({
  action,
  label,
  hint,
  button,
  typed,
  children,
}: {
  action: string
  label: string
  hint: string
  button: string
  typed: string
  children?: ReactNode
}) {
  const router = useRouter()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  return (
    <form method="get" action={action} role="search" className="stack narrow">
      <div className="field">
        <label htmlFor="q">{label}</label>
        <p className="hint" id="q-hint">
          {hint}
        </p>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={typed}
          maxLength={200}
          autoComplete="off"
          aria-describedby="q-hint"
          onChange={({ target }) => {
            clearTimeout(waiting.current)
            const { value } = target
            const form = target.form
            waiting.current = setTimeout(() => {
              const fields = new URLSearchParams()
              for (const [name, field] of new FormData(form ?? undefined))
                if (typeof field === 'string' && name !== 'q') fields.set(name, field)
              fields.set('q', value)
              router.replace(`${action}?${fields}`, { scroll: false })
            }, PAUSE_MS)
          }}
        />
      </div>
      {children}
      <p className="acts">
        <button className="btn alt">{button}</button>
      </p>
    </form>
  )
}
