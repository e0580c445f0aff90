import 'server-only'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { findParty } from '@/lib/data/parties'
import { within } from '@/lib/data/within'
import type { Locale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import type { StoredParty } from '@/lib/domain/parties/shown-party'

/** For a page that changes a party: the pass and the party. Not found when it is not there or was merged into another. */
export async function openParty(place: { locale: Locale; id: string; act: string }): Promise<StoredParty> {
  const { locale, id, act } = place
  const grant = await requireGrant('party.write', { locale, returnTo: `/${locale}/parties/${id}/${act}` })
  const party = isId(id) ? await within(grant, (on) => findParty(on, id)) : null
  return party && party.mergedIntoId === null ? party : notHere(locale)
}
