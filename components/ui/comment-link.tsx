'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { pagePathOf } from '@/lib/domain/page-path'

/** To the form about the words of this page. Only the path goes along: no query, no id, nothing of what was typed. */
export function CommentLink({ locale, text }: { locale: string; text: ReactNode }) {
  const page = pagePathOf(usePathname().replace(/^\/[^/]*/u, ''))
  return <a href={`/${locale}/comment?page=${encodeURIComponent(page)}`}>{text}</a>
}
