import { Fragment, type ReactNode } from 'react'

/** Where one is below a room; the last entry is the page itself and not a link. */
export function Breadcrumbs({
  trail,
  here,
}: {
  trail: readonly { readonly href: string; readonly name: string }[]
  here: ReactNode
}) {
  return (
    <p className="crumbs">
      {trail.map(({ href, name }) => (
        <Fragment key={href}>
          <a href={href}>{name}</a> /{' '}
        </Fragment>
      ))}
      {here}
    </p>
  )
}
