'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { ANSWERS_FORM, hasAnswersForm } from './answers-form'
import { keptQuery } from './kept-query'

/**
 * The same page in every language: the address stays, and what pages know of its query; answers are kept by the server. On a question the
 * choice sends its form, so that what is typed comes along.
 */
export function LanguageLinks({
  current,
  languages,
}: {
  current: string
  languages: readonly { readonly code: string; readonly ownName: string }[]
}) {
  const pathname = usePathname()
  const query = keptQuery(pathname, useSearchParams())
  if (hasAnswersForm(pathname)) {
    return (
      <ul>
        {languages.map(({ code, ownName }, index) => (
          <li key={code}>
            {/* Enter in a field presses the first button of its form: that must be "go on" and not a language. */}
            {index > 0 ? null : <button type="submit" form={ANSWERS_FORM} className="vh" tabIndex={-1} aria-hidden />}
            <button
              type="submit"
              form={ANSWERS_FORM}
              name="switch_locale"
              value={code}
              formNoValidate
              lang={code}
              aria-current={code === current ? 'true' : undefined}
            >
              {ownName}
            </button>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ul>
      {languages.map(({ code, ownName }) => (
        <li key={code}>
          <a
            href={`${pathname.replace(/^\/[^/]*/, `/${code}`)}${query}`}
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
