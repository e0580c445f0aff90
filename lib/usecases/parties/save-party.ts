import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findParty } from '@/lib/data/parties'
import {
  findPartyOfRequest,
  insertLicence,
  insertLicenceStatus,
  insertParty,
  insertPartyNames,
  keepPartyVersion,
  removeLicences,
  removePartyNames,
  replaceProgrammes,
  updateLicenceDays,
  updateParty,
  type NewStatus,
} from '@/lib/data/party-writing'
import { within, type Scoped } from '@/lib/data/within'
import { isSameLicence, type PartyInput } from '@/lib/domain/parties/register'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import type { FoundParty } from '@/lib/domain/parties/shown-party'
import { findSimilarParties } from './search-parties'

export type NewParty = PartyInput & {
  readonly requestId: string
  /** Whoever writes has seen the similar ones, and says it is none of them. */
  readonly isSureNew: boolean
  /** Where the licences were looked up. */
  readonly source: string
}

/** Writes a party down. Similar ones come back first, to be looked at; nothing is put together by itself. */
export function createParty(
  grant: Grant<'party.write'>,
  party: NewParty,
): Promise<Result<string, { code: 'similar'; similar: readonly FoundParty[] }>> {
  return within(grant, (on) => createPartyWithin(on, party))
}

export async function createPartyWithin(
  on: Scoped<'party.write'>,
  party: NewParty,
): Promise<Result<string, { code: 'similar'; similar: readonly FoundParty[] }>> {
  const before = await findPartyOfRequest(on, party.requestId)
  if (before !== null) return ok(before)
  const names = party.names.map(({ name }) => name)
  if (!party.isSureNew) {
    const similar = await findSimilarParties(on, { names, licences: party.licences })
    if (similar.length > 0) return err({ code: 'similar', similar })
  }
  const at = now()
  const id = newId()
  const { country, roles, requestId } = party
  await insertParty(on, { id, country, roles, name: names[0] ?? '', requestId, createdAt: at })
  await insertPartyNames(on, id, party.names, at)
  for (const licence of party.licences) {
    await insertLicence(on, id, licence, party.source)
  }
  await replaceProgrammes(on, id, party.programmes, at)
  await keepPartyVersion(on, id, 'created', at)
  await appendAudit(on, on.grant.actor.officeId, 'party.create', { detail: { party: id } })
  return ok(id)
}

export type PartyChange = PartyInput & { readonly id: string; readonly version: number; readonly source: string }

/** Changes what is written about a party, when nobody else did meanwhile. Names and licences that go are kept as removed. */
export function changeParty(
  grant: Grant<'party.write'>,
  change: PartyChange,
): Promise<Result<void, { code: 'not_found' | 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    const party = await findParty(on, change.id)
    if (!party) return err({ code: 'not_found' })
    const at = now()
    const [called] = change.names
    if (!(await updateParty(on, { ...change, name: called?.name ?? party.name }, at)))
      return err({ code: 'changed_meanwhile' })
    const isKept = (a: { name: string; kind: string }, b: { name: string; kind: string }) =>
      a.name === b.name && a.kind === b.kind
    await removePartyNames(
      on,
      party.names.filter((name) => !change.names.some((given) => isKept(given, name))).map(({ id }) => id),
      at,
    )
    await insertPartyNames(
      on,
      party.id,
      change.names.filter((given) => !party.names.some((name) => isKept(name, given))),
      at,
    )
    for (const licence of change.licences) {
      const stored = party.licences.find(
        (one) =>
          one.regime === licence.regime && isSameLicence({ regime: licence.regime, number: one.number }, licence),
      )
      if (stored) await updateLicenceDays(on, stored.id, { fromOn: licence.fromOn, toOn: licence.toOn })
      else await insertLicence(on, party.id, licence, change.source)
    }
    await removeLicences(
      on,
      party.licences
        .filter(
          (stored) =>
            !change.licences.some(
              (given) =>
                given.regime === stored.regime && isSameLicence(given, { regime: given.regime, number: stored.number }),
            ),
        )
        .map(({ id }) => id),
      at,
    )
    await replaceProgrammes(on, party.id, change.programmes, at)
    await keepPartyVersion(on, party.id, 'edited', at)
    await appendAudit(on, on.grant.actor.officeId, 'party.change', {
      detail: { party: party.id, version: change.version + 1 },
    })
    return ok(undefined)
  })
}

export type StatusNote = NewStatus & { readonly id: string; readonly version: number; readonly licenceId: string }

/** Adds what became of a licence to its history. */
export function noteLicenceStatus(
  grant: Grant<'party.write'>,
  note: StatusNote,
): Promise<Result<void, { code: 'not_found' | 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    const party = await findParty(on, note.id)
    if (!party?.licences.some(({ id }) => id === note.licenceId)) return err({ code: 'not_found' })
    const at = now()
    if (!(await updateParty(on, { ...party, version: note.version }, at))) return err({ code: 'changed_meanwhile' })
    const { status, sinceOn, source } = note
    await insertLicenceStatus(on, note.licenceId, { status, sinceOn, source }, at)
    await keepPartyVersion(on, party.id, 'status', at)
    await appendAudit(on, on.grant.actor.officeId, 'party.licence_status', {
      detail: { party: party.id, licence: note.licenceId, status },
    })
    return ok(undefined)
  })
}
