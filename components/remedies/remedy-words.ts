import { codeWord, money } from '@/components/case/words'
import { remedyState, type Remedy } from '@/lib/domain/remedies/remedy'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** A party of a case, by its part and the name it was given. */
export type NamedParty = { readonly id: string; readonly role: string; readonly name: string | null }

/** Who is asked: the name as the worker gave it, otherwise the part in the case; null when nobody is named. */
export function partyWord(t: Translator, parties: readonly NamedParty[], casePartyId: string | null): string | null {
  const party = parties.find(({ id }) => id === casePartyId)
  if (!party) return null
  const role = codeWord(t, 'party_role', party.role)
  return party.name === null ? role : t('remedies.party_named', { name: party.name, role })
}

/** What a remedy is, and how much of it: "Fees paid back, ¥100,000". */
export function remedyName(t: Translator, remedy: Remedy): string {
  const sum = remedy.agreed ?? remedy.claimed
  const type = codeWord(t, 'remedy_type', remedy.type)
  return sum === null ? type : t('remedies.name_with_sum', { type, sum: money(t, sum.amountMinor, sum.currency) ?? '' })
}

/** Where a remedy stands, and since when. */
export function stateWord(
  t: Translator,
  remedy: Parameters<typeof remedyState>[0] & { readonly claimedAt: Date },
): string {
  const state = remedyState(remedy)
  const since = {
    claimed: remedy.claimedAt,
    offered: remedy.offeredAt,
    declined: remedy.declinedAt,
    agreed: remedy.agreedAt,
    arrived: remedy.workerConfirmedAt,
    replaced: remedy.replacedAt,
    failed: remedy.failedAt,
    dropped: remedy.droppedAt,
  }[state]
  return t(`remedies.state_${state}`, { day: formatDayOf(since ?? remedy.claimedAt, t.locale) })
}
