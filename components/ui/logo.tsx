/** Two stations and a line; the second is the lamp. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 20" aria-hidden="true">
      <path d="M8.5 15.5C17 15.5 14 5.5 21.5 5.5" />
      <circle cx="5" cy="15.5" r="3" />
      <circle className="here" cx="26" cy="5.8" r="4.3" />
    </svg>
  )
}

/** The mark with its name. Worker pages say "Passage" only: over a shoulder it is a travel app. */
export function Brand({ href, name }: { href: string; name: 'Passage' | 'Fair Passage' }) {
  return (
    <a className="brand" href={href}>
      <Logo />
      <span lang="en">{name}</span>
    </a>
  )
}
