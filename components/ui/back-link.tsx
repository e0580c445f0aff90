import { Pictogram } from './pictogram'

/** Below the buttons, never beside them. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <p>
      <a className="back" href={href}>
        <Pictogram name="prev" size="text" /> {children}
      </a>
    </p>
  )
}
