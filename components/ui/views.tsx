export type View = {
  readonly href: string
  readonly name: string
  readonly count?: number | string | undefined
  readonly isCurrent: boolean
}

/** Saved views as links; the lamp lies under the current one. */
export function Views({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav className="views" aria-label={label}>
      {views.map(({ href, name, count, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name} {count === undefined ? null : <span className="n">{count}</span>}
        </a>
      ))}
    </nav>
  )
}
