import type { RelatedCandidate } from '@/lib/domain/related-cases'
import type { Translator } from '@/lib/i18n/translate'
import { CaseLinks, type ShownLink } from './case-links'
import { candidateHelp } from './related-words'

/** What else of the office belongs to a case: linked cases, its groups, and the best candidates with why they are offered. */
export function CaseRelated({
  t,
  related,
  address,
}: {
  t: Translator
  related: {
    readonly links: readonly ShownLink[]
    readonly candidates: readonly RelatedCandidate[]
    readonly groups: readonly { readonly id: string; readonly title: string }[]
  }
  address: string
}) {
  const { links, candidates, groups } = related
  return (
    <>
      <CaseLinks t={t} links={links} undoHref={`${address}/related`} />
      <section className="block noprint" id="related">
        <h2>{t('cases.related_heading')}</h2>
        {groups.length === 0 ? null : (
          <ul className="todo">
            {groups.map((group) => (
              <li key={group.id}>
                <span>
                  <a href={`/${t.locale}/groups/${group.id}`}>{group.title}</a>
                  <small>{t('cases.group_in')}</small>
                </span>
              </li>
            ))}
          </ul>
        )}
        {candidates.length === 0 && links.length === 0 ? <p className="mute">{t('cases.related_none')}</p> : null}
        <ul className="todo">
          {candidates.map((one) => (
            <li key={one.id}>
              <span>
                <a className="code" href={`/${t.locale}/cases/${one.number}`}>
                  {one.number}
                </a>
                <small>{candidateHelp(t, one)}</small>
              </span>
            </li>
          ))}
        </ul>
        <p className="noprint">
          <a href={`${address}/related`}>{t('cases.related_all')}</a>
        </p>
      </section>
    </>
  )
}
