import type { ReactNode } from 'react'
import { Pictogram } from './pictogram'
import type { PictogramName } from './pictogram-shapes'

/** Big links joined like stations on one line. */
export function Doors({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="doors" aria-label={label}>
      {children}
    </nav>
  )
}

/** `first` is the one strong door of a view. */
export function Door({
  href,
  pictogram,
  name,
  help,
  first = false,
}: {
  href: string
  pictogram: PictogramName
  name: string
  help?: string | undefined
  first?: boolean
}) {
  return (
    <a className={first ? 'door first' : 'door'} href={href}>
      <Pictogram name={pictogram} />
      <span>
        <b>{name}</b>
        {help === undefined ? null : <small>{help}</small>}
      </span>
      <Pictogram name="next" size="text" />
    </a>
  )
}
