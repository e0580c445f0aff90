'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * A post that leads on does so without a new page: the focus goes to what it did, or to the heading of another page, so that a reader
 * hears it. Words that are searched while they are typed change the query of the same page, and keep the focus.
 */
export function ArrivalFocus() {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  const known = useRef({ pathname, query })
  useEffect(() => {
    const { current: before } = known
    if (before.pathname === pathname && before.query === query) return
    known.current = { pathname, query }
    const said = document.querySelector<HTMLElement>('main .note[role="status"]')
    const place = said ?? (before.pathname === pathname ? null : document.querySelector<HTMLElement>('main h1'))
    place?.setAttribute('tabindex', '-1')
    place?.focus()
  }, [pathname, query])
  return null
}
