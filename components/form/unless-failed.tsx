'use client'

import type { ReactNode } from 'react'
import { useFormSituation } from './form-context'

/** What a form says of the sending before this one; it must not stand above what is wrong with this one. */
export function UnlessFailed({ children }: { children: ReactNode }) {
  return useFormSituation().hasFailed ? null : children
}
