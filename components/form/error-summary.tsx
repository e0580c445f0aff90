'use client'

import { useEffect, useRef } from 'react'
import type { SpokenError } from '@/lib/http/spoken-state'

/**
 * What to check, on top, each a link to its field. Takes the focus once per sending (`occasion`) when scripts run,
 * and not while somebody is typing the answer.
 */
export function ErrorSummary({
  heading,
  errors,
  titlePart,
  occasion,
  isCalm = false,
}: {
  heading: string
  errors: Readonly<Record<string, SpokenError>>
  /** What the title says first. The web server puts it there where no script does (lib/web-server/plain-page.ts). */
  titlePart: string
  occasion: unknown
  /** Nothing is wrong: the person only waits. */
  isCalm?: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [occasion])
  return (
    <div
      className={isCalm ? 'sum calm' : 'sum'}
      role="alert"
      tabIndex={-1}
      aria-labelledby="errors-heading"
      data-title-part={titlePart}
      ref={box}
    >
      <h2 id="errors-heading">{heading}</h2>
      <ul>
        {Object.entries(errors).map(([field, { text }]) => (
          <li key={field}>{field === '' ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
