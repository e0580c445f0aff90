'use client'

import type { ReactNode } from 'react'
import { useFormSituation } from './form-context'

/** Questions that only some can answer, folded until they are opened or one of `names` holds an answer or something to check. */
export function MoreFields({
  summary,
  names,
  children,
}: {
  summary: string
  names: readonly string[]
  children: ReactNode
}) {
  const { values, errors } = useFormSituation()
  const isOpen = names.some((name) => errors[name] !== undefined || (values[name]?.length ?? 0) > 0)
  return (
    <details className="more" open={isOpen}>
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  )
}
