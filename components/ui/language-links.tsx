'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** The same page in every language: the address and its query stay, answers are kept by the server. */
export function LanguageLinks({
  current,
  languages,
}: {
  current: string
  languages: readonly { readonly code: string; readonly ownName: string }[]
}) {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  return (
    <ul>
      {languages.map(({ code, ownName }) => (
        <li key={code}>
          <a
            href={`${pathname.replace(/^\/[^/]*/, `/${code}`)}${query === '' ? '' : `?${query}`}`}
            lang={code}
            hrefLang={code}
            aria-current={code === current ? 'true' : undefined}
          >
            {ownName}
          </a>
        </li>
      ))}
    </ul>
  )
}
