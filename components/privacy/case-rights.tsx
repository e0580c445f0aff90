import { Pictogram } from '@/components/ui/pictogram'
import { rightsDueAt, type RightsRequest } from '@/lib/domain/privacy/rights-request'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What somebody asked about the data in a case: what, who, how it came, how it was made sure who asks, and by when or what came of it. */
export function CaseRights({
  t,
  rights,
  at,
  address,
}: {
  t: Translator
  rights: readonly RightsRequest[]
  at: Date
  address: string
}) {
  if (rights.length === 0) return null
  return (
    <section className="block" id="rights">
      <h2>{t('cases.rights_heading')}</h2>
      <ul className="todo">
        {rights.map((right) => (
          <li key={right.id}>
            <Pictogram name={right.outcome === null ? 'edit' : 'check'} size="text" />
            <span>
              {t(`codes.right.${right.kind}`)}
              <small>{rightFacts(t, right)}</small>
              {right.words === null ? null : (
                <small className="said" lang={right.language}>
                  {right.words}
                </small>
              )}
              <small>{sayState(t, right, at)}</small>
              {right.outcome === null ? (
                <a className="noprint" href={`${address}/rights/${right.id}`}>
                  {t('cases.rights_answer')}
                </a>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who asked, how and when, and how it was made sure who it is. */
export function rightFacts(t: Translator, { askedBy, cameBy, cameAt, identityCheck }: RightsRequest): string {
  return [
    t(`cases.right_asker_${askedBy}`),
    t(`cases.right_way_${cameBy}`),
    formatDayOf(cameAt, t.locale),
    t(`cases.right_identity_${identityCheck}`),
  ].join(' · ')
}

function sayState(t: Translator, { outcome, answeredAt, cameAt }: RightsRequest, at: Date): string {
  if (outcome !== null && answeredAt !== null)
    return `${t(`codes.right_outcome.${outcome}`)} · ${formatDayOf(answeredAt, t.locale)}`
  const dueAt = rightsDueAt(cameAt)
  const day = formatDayOf(dueAt, t.locale)
  return t(dueAt < at ? 'cases.rights_late' : 'cases.rights_due', { day })
}
