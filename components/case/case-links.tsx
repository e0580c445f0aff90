import type { LinkKind, OtherCase } from '@/lib/domain/related-cases'
import type { Translator } from '@/lib/i18n/translate'
import { linkWords, reasonWords } from './related-words'
import { codeWord } from './words'

/** A link as the office sees it from one case. */
export type ShownLink = {
  readonly id: string
  readonly kind: LinkKind
  readonly isFrom: boolean
  readonly reasons: readonly string[]
  readonly other: OtherCase
}

/** The cases that an officer linked to this one, with a way to undo each where `undoHref` is given. */
export function CaseLinks({ t, links, undoHref }: { t: Translator; links: readonly ShownLink[]; undoHref?: string }) {
  if (links.length === 0) return null
  return (
    <section className="block">
      <h2>{t('cases.related_linked')}</h2>
      <ul className="todo">
        {links.map(({ id, kind, isFrom, reasons, other }) => (
          <li key={id}>
            <span>
              <a className="code" href={`/${t.locale}/cases/${other.number}`}>
                {other.number}
              </a>
              <small>
                {linkWords(t, { kind, isFrom })} · {codeWord(t, 'state', other.state)}
              </small>
              {reasons.length === 0 ? null : <small>{reasonWords(t, reasons)}</small>}
              {undoHref === undefined ? null : (
                <a className="noprint" href={`${undoHref}?undo=${id}#undo`}>
                  {t('cases.related_undo')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
