import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { nameKeyOf, searchKeys } from '@/lib/domain/parties/matching/keys'
import { licenceKey } from '@/lib/domain/parties/matching/match-parties'
import { scriptOf, type LicenceInput, type NameInput, type ProgrammeInput } from '@/lib/domain/parties/register'
import { newId } from '@/lib/platform/ids'
import { findParty } from './parties'
import type { Scoped } from './within'

type On = Scoped<'party.write' | 'party.import'>

/** The party whose form this was, when it was sent before. */
export async function findPartyOfRequest(on: On, requestId: string): Promise<string | null> {
  return (await on.db.party.findUnique({ where: { requestId }, select: { id: true } }))?.id ?? null
}

export async function insertParty(
  on: On,
  party: {
    id: string
    country: string
    roles: readonly string[]
    name: string
    requestId: string | null
    createdAt: Date
  },
): Promise<void> {
  await on.db.party.create({ data: { ...party, roles: [...party.roles], updatedAt: party.createdAt } })
}

/** Changes a party when it still is what was seen; false when it is not, or was merged. */
export async function updateParty(
  on: On,
  party: { id: string; version: number; country: string; roles: readonly string[]; name: string },
  at: Date,
): Promise<boolean> {
  const { count } = await on.db.party.updateMany({
    where: { id: party.id, version: party.version, mergedIntoId: null },
    data: {
      country: party.country,
      roles: [...party.roles],
      name: party.name,
      version: party.version + 1,
      updatedAt: at,
    },
  })
  return count === 1
}

export async function insertPartyNames(on: On, partyId: string, names: readonly NameInput[], at: Date): Promise<void> {
  const rows = names.map(({ name, kind }, place) => ({
    id: newId(),
    partyId,
    name,
    kind,
    script: scriptOf(name),
    normalisedKey: nameKeyOf(name),
    createdAt: new Date(at.getTime() + place),
  }))
  await on.db.partyName.createMany({ data: rows })
  await on.db.partyKey.createMany({
    data: rows.flatMap(({ id, name }) => searchKeys(name).map((key) => ({ nameId: id, key }))),
  })
}

export async function removePartyNames(on: On, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0) await on.db.partyName.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: at } })
}

export async function insertLicence(on: On, partyId: string, licence: LicenceInput, source: string): Promise<string> {
  const id = newId()
  await on.db.partyLicence.create({
    data: { id, partyId, ...licence, numberKey: licenceKey(licence.number), status: 'unknown', source },
  })
  return id
}

export async function updateLicenceDays(
  on: On,
  id: string,
  days: Pick<LicenceInput, 'fromOn' | 'toOn'>,
): Promise<void> {
  await on.db.partyLicence.updateMany({ where: { id }, data: days })
}

export async function removeLicences(on: On, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0) await on.db.partyLicence.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: at } })
}

export type NewStatus = { readonly status: string; readonly sinceOn: string | null; readonly source: string }

/** Adds to the history of a licence; what it is now, the database finds in it. */
export async function insertLicenceStatus(on: On, licenceId: string, status: NewStatus, at: Date): Promise<void> {
  const notedById = on.grant.actor.id
  await on.db.partyLicenceStatus.create({ data: { id: newId(), licenceId, ...status, notedById, notedAt: at } })
}

export async function replaceProgrammes(
  on: On,
  partyId: string,
  programmes: readonly ProgrammeInput[],
  at: Date,
): Promise<void> {
  const stored = await on.db.partyProgramme.findMany({ where: { partyId, removedAt: null } })
  const isSame = (a: ProgrammeInput, b: (typeof stored)[number]) =>
    a.programme === b.programme && a.fromOn === b.fromOn && a.toOn === b.toOn
  const gone = stored.filter((row) => !programmes.some((programme) => isSame(programme, row)))
  const added = programmes.filter((programme) => !stored.some((row) => isSame(programme, row)))
  if (gone.length > 0)
    await on.db.partyProgramme.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { removedAt: at } })
  if (added.length > 0)
    await on.db.partyProgramme.createMany({ data: added.map((row) => ({ id: newId(), partyId, ...row })) })
}

export type VersionKind = 'created' | 'edited' | 'status' | 'merged' | 'unmerged' | 'imported'

/** Keeps how a party stands now as the version it has now. */
export async function keepPartyVersion(on: On, partyId: string, kind: VersionKind, at: Date): Promise<void> {
  const party = await findParty(on, partyId)
  if (!party) return
  const { actor } = on.grant
  const snapshot: Prisma.InputJsonObject = {
    country: party.country,
    roles: [...party.roles],
    names: party.names.map(({ name, kind: nameKind }) => ({ name, kind: nameKind })),
    licences: party.licences.map(({ regime, number, status, fromOn, toOn }) => ({
      regime,
      number,
      status,
      fromOn,
      toOn,
    })),
    programmes: party.programmes.map(({ programme, fromOn, toOn }) => ({ programme, fromOn, toOn })),
  }
  await on.db.partyVersion.create({
    data: {
      id: newId(),
      partyId,
      version: party.version,
      kind,
      changedById: actor.id,
      changedByName: actor.displayName,
      officeId: actor.officeId,
      changedAt: at,
      snapshot,
    },
  })
}
