'use client'

import type { ReactNode } from 'react'
import { useFormSituation } from './form-context'

/** The rows of a form that hold something, and so many more to write in. `names`: the field that says it of each row. */
export function OpenRows({
  names,
  spare,
  least = 1,
  children,
}: {
  names: readonly string[]
  spare: number
  least?: number
  children: readonly ReactNode[]
}) {
  const { values } = useFormSituation()
  const filled = names.findLastIndex((name) => (values[name] ?? '') !== '') + 1
  return children.slice(0, Math.max(least, filled + spare))
}
