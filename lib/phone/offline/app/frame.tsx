import type { ReactNode } from 'react'

/** The page around a screen, as online. */
export function Frame({
  aside = null,
  isWide = false,
  children,
}: {
  aside?: ReactNode
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <div className={isWide ? 'page wide' : 'page'}>
      {isWide || aside === null ? null : <aside>{aside}</aside>}
      <main id="main">{children}</main>
      {isWide ? <aside className="stack rule">{aside}</aside> : null}
    </div>
  )
}
