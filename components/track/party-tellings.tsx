import { labelOf } from '@/components/report/labels'
import { Facts } from '@/components/ui/facts'
import type { SharedItem } from '@/lib/domain/answers/request'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Named = { readonly id: string; readonly role: string; readonly name: string | null }
type Telling = Named & { readonly allowed: readonly SharedItem[] | null; readonly until: Date | null }

/** A party by its part and the name the worker gave it. */
export const ownPartyName = (t: Translator, { role, name }: Named) =>
  [name, labelOf(t, 'party_role', role)].filter(Boolean).join(', ')

/** What each party may be told, and the way to decide it. */
export function PartyTellings({ t, parties, path }: { t: Translator; parties: readonly Telling[]; path: string }) {
  if (parties.length === 0) return <p>{t('track.told_no_parties')}</p>
  return (
    <Facts
      facts={parties.map((party) => {
        const name = ownPartyName(t, party)
        return {
          name,
          value: allowedText(t, party),
          change: { href: `${path}/${party.id}`, text: t('track.told_decide'), about: name },
        }
      })}
    />
  )
}

function allowedText(t: Translator, { allowed, until }: Telling): string {
  if (allowed === null || until === null) return t('track.told_nothing')
  const day = formatDayOf(until, t.locale)
  return allowed.length === 0
    ? t('track.told_matter', { day })
    : t('track.told_matter_and', { day, items: allowed.map((item) => t(`track.told_item_${item}`)).join(', ') })
}

/** Every text that went to a party, as it went. */
export function ToldParties({
  t,
  parties,
  told,
}: {
  t: Translator
  parties: readonly Named[]
  told: readonly {
    readonly id: string
    readonly casePartyId: string
    readonly allegation: string
    readonly language: string
    readonly createdAt: Date
    readonly withdrawnAt: Date | null
    readonly answeredAt: Date | null
  }[]
}) {
  return (
    <section className="stack rule">
      <h2>{t('track.told_before')}</h2>
      {told.length === 0 ? <p>{t('track.told_before_none')}</p> : null}
      {told.map((one) => {
        const party = parties.find(({ id }) => id === one.casePartyId)
        const day = formatDayOf(one.answeredAt ?? one.withdrawnAt ?? one.createdAt, t.locale)
        const state = one.answeredAt !== null ? 'answered' : one.withdrawnAt !== null ? 'ended' : 'asked'
        return (
          <article className="tight" key={one.id}>
            <h3>{party ? ownPartyName(t, party) : t('track.who_body_unnamed')}</h3>
            <p className="said" lang={one.language}>
              {one.allegation}
            </p>
            <p className="mute">{t(`track.told_state_${state}`, { day })}</p>
          </article>
        )
      })}
    </section>
  )
}
