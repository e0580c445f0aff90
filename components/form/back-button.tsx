'use client'

import type { ReactNode } from 'react'
import { useFormSituation } from './form-context'

/** Back from a question: what is typed goes along. Looks like BackLink, and stands below the buttons, too. */
export function BackButton({ children }: { children: ReactNode }) {
  const { isPending } = useFormSituation()
  return (
    <p>
      <button type="submit" className="back" name="go_back" value="1" formNoValidate disabled={isPending}>
        {children}
      </button>
    </p>
  )
}
