import type { CaseCorrection } from '@/lib/domain/corrections'
import type { OfficerRequest } from '@/lib/domain/officer-change'
import type { RightsRequest } from '@/lib/domain/privacy/rights-request'
import type { Translator } from '@/lib/i18n/translate'
import { bodyName } from './who-knows'

/** Something that happened beside the states of a case, in the worker's words. */
export type OwnEvent = { readonly title: string; readonly at: Date }

type Happened = {
  readonly referrals: readonly {
    readonly officeName?: string | null
    readonly bodyCode: string | null
    readonly sentAt: Date
    readonly answeredAt: Date | null
  }[]
  readonly corrections: readonly CaseCorrection[]
  readonly rights: readonly RightsRequest[]
  readonly officerRequests: readonly OfficerRequest[]
  readonly arrivals: readonly { readonly answeredAt: Date }[]
  readonly codeChanges: readonly Date[]
}

/** Who was told and who answered, what the worker asked for and what came of it, in the order it happened. */
export function ownEvents(t: Translator, happened: Happened): OwnEvent[] {
  const at = (title: string, when: Date | null): OwnEvent[] => (when === null ? [] : [{ title, at: when }])
  return [
    ...happened.referrals.flatMap(({ bodyCode, officeName, sentAt, answeredAt }) => [
      ...at(t('track.event_sent', { body: bodyName(t, bodyCode, officeName) }), sentAt),
      ...at(t('track.event_answered', { body: bodyName(t, bodyCode, officeName) }), answeredAt),
    ]),
    ...happened.corrections.flatMap(({ proposedAt, decidedAt, state }) => [
      ...at(t('track.event_correction'), proposedAt),
      ...at(t(state === 'accepted' ? 'track.event_correction_accepted' : 'track.event_correction_declined'), decidedAt),
    ]),
    ...happened.rights.flatMap(({ kind, cameAt, outcome, answeredAt }) => [
      ...at(t('track.event_right', { right: t(`codes.right.${kind}`) }), cameAt),
      ...(outcome === null ? [] : at(t(`codes.right_outcome.${outcome}`), answeredAt)),
    ]),
    ...happened.officerRequests.flatMap(({ requestedAt, answeredAt, outcome }) => [
      ...at(t('track.event_officer_asked'), requestedAt),
      ...at(t(outcome === 'none_free' ? 'track.event_officer_none' : 'track.event_officer_changed'), answeredAt),
    ]),
    ...happened.arrivals.flatMap(({ answeredAt }) => at(t('track.event_arrived'), answeredAt)),
    ...happened.codeChanges.flatMap((changedAt) => at(t('track.event_code'), changedAt)),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
