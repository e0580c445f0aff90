import type { ReactNode } from 'react'

/** A link that looks like a button. One filled one per view; the others are `alt` (outlined) or `bare` (underlined). */
export function LinkButton({
  href,
  look = 'filled',
  children,
}: {
  href: string
  look?: 'filled' | 'alt' | 'bare'
  children: ReactNode
}) {
  return (
    <a className={look === 'filled' ? 'btn' : `btn ${look}`} href={href}>
      {children}
    </a>
  )
}
