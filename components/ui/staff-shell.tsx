import type { ReactNode } from 'react'
import { LOCALE_FACTS, STAFF_LOCALES } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import { LanguageLinks } from './language-links'
import { Brand } from './logo'
import { Pictogram } from './pictogram'
import { SkipLink } from './skip-link'

/** A room of the rail; `count` is what waits there, `isBell` a bell before the name. */
export type Room = {
  readonly href: string
  readonly name: string
  readonly count?: number | string | undefined
  readonly isBell?: boolean
}

/**
 * The staff frame: a dark rail whose stations are the rooms, and the work beside it.
 * `current` is the href of the room one is in. `signOut` is a form: signing out changes something.
 */
export function StaffShell({
  t,
  rooms,
  current,
  person,
  office,
  signOut,
  children,
}: {
  t: Translator
  rooms: readonly Room[]
  current: string
  person: string
  office?: string | undefined
  signOut: ReactNode
  children: ReactNode
}) {
  return (
    <div className="app">
      <SkipLink t={t} />
      <header className="rail">
        <Brand href={rooms[0]?.href ?? `/${t.locale}`} name="Fair Passage" />
        <nav aria-label={t('common.rooms')}>
          <ul>
            {rooms.map(({ href, name, count, isBell }) => (
              <li key={href}>
                <a href={href} aria-current={href === current ? 'page' : undefined}>
                  <span className="dot" />
                  {isBell ? <Pictogram name="bell" size="text" /> : null}
                  {name} {count === undefined ? null : <span className="n">{count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="who">
          <a href={`/${t.locale}/settings/account`}>{person}</a>
          {office === undefined ? null : <span>{office}</span>}
          {signOut}
          <LanguageLinks
            current={t.locale}
            languages={STAFF_LOCALES.map((code) => ({ code, ownName: LOCALE_FACTS[code].ownName }))}
          />
        </div>
      </header>
      <main id="main" className="work">
        {children}
      </main>
    </div>
  )
}
