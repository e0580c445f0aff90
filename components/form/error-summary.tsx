'use client'

import { useEffect, useRef } from 'react'
import type { SpokenError } from '@/lib/http/spoken-state'

/** What to check, on top, each a link to its field. Takes the focus when it appears and scripts run. */
export function ErrorSummary({ heading, errors }: { heading: string; errors: Readonly<Record<string, SpokenError>> }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [errors])
  return (
    <div className="sum" role="alert" tabIndex={-1} aria-labelledby="errors-heading" ref={box}>
      <h2 id="errors-heading">{heading}</h2>
      <ul>
        {Object.entries(errors).map(([field, { text }]) => (
          <li key={field}>{field === '' ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
