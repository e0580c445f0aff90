import 'server-only'
import type { StaffActor } from '@/lib/access/grant'
import type { ImportWrites } from '@/lib/data/party-imports'
import { licenceKey } from '@/lib/domain/parties/matching/match-parties'
import { newId } from '@/lib/platform/ids'
import type { ListSettings, PlannedRow } from '@/lib/domain/parties/list-plan'
import type { Decisions } from './import-list'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Row)[] ? Row[] : T[K] }

/** The rows that a planned list becomes: new parties, licences of those that were there, and their status as a new line of history. */
export function planWrites(
  rows: readonly PlannedRow[],
  settings: ListSettings,
  decisions: Decisions,
  by: { readonly importId: string; readonly at: Date; readonly actor: StaffActor },
): ImportWrites {
  const writes: Mutable<ImportWrites> = {
    parties: [],
    names: [],
    licences: [],
    statuses: [],
    rows: [],
    days: [],
    versions: [],
  }
  for (const row of rows) {
    if (row.outcome === 'unchanged') continue
    const decision = row.outcome === 'similar' ? (decisions[String(row.line)] ?? '') : 'new'
    if (row.licence && row.party) update(writes, row, row.party.id, row.licence, settings)
    else if (decision === 'new') add(writes, row, settings, by)
    else if (row.party && decision === row.party.id) join(writes, row, row.party.id, settings, by.importId)
  }
  return writes
}

function add(
  writes: Mutable<ImportWrites>,
  row: PlannedRow,
  settings: ListSettings,
  by: { importId: string; at: Date; actor: StaffActor },
): void {
  const id = newId()
  const { importId, at, actor } = by
  writes.parties.push({
    id,
    country: settings.country,
    roles: [settings.role],
    name: row.name,
    importId,
    createdAt: at,
    updatedAt: at,
  })
  writes.names.push({ partyId: id, name: row.name, kind: 'registered' })
  if (row.otherName !== null) writes.names.push({ partyId: id, name: row.otherName, kind: 'trade' })
  const licenceId = licence(writes, row, id, settings, importId)
  writes.rows.push({ line: row.line, outcome: 'new', partyId: id, licenceId, before: { versionAfter: 1 } })
  writes.versions.push({
    id: newId(),
    partyId: id,
    version: 1,
    kind: 'imported',
    changedById: actor.id,
    changedByName: actor.displayName,
    officeId: actor.officeId,
    changedAt: at,
    snapshot: {
      country: settings.country,
      roles: [settings.role],
      names: [{ name: row.name, kind: 'registered' }],
      licences: [
        { regime: settings.regime, number: row.number, status: row.status, fromOn: row.fromOn, toOn: row.toOn },
      ],
    },
  })
}

function licence(
  writes: Mutable<ImportWrites>,
  row: PlannedRow,
  partyId: string,
  settings: ListSettings,
  importId: string,
): string {
  const id = newId()
  const { regime, source } = settings
  writes.licences.push({
    id,
    partyId,
    regime,
    number: row.number,
    numberKey: licenceKey(row.number),
    status: 'unknown',
    fromOn: row.fromOn,
    toOn: row.toOn,
    source,
    importId,
  })
  writes.statuses.push({ licenceId: id, status: row.status, sinceOn: row.sinceOn, source })
  return id
}

/** Somebody said that it is this party: it gets the licence and, when it is spelled otherwise, the name. */
function join(
  writes: Mutable<ImportWrites>,
  row: PlannedRow,
  partyId: string,
  settings: ListSettings,
  importId: string,
): void {
  const licenceId = licence(writes, row, partyId, settings, importId)
  if (row.party?.name !== row.name) writes.names.push({ partyId, name: row.name, kind: 'registered' })
  writes.rows.push({ line: row.line, outcome: 'joined', partyId, licenceId, before: {} })
}

function update(
  writes: Mutable<ImportWrites>,
  row: PlannedRow,
  partyId: string,
  stored: NonNullable<PlannedRow['licence']>,
  settings: ListSettings,
): void {
  if (stored.status !== row.status)
    writes.statuses.push({ licenceId: stored.id, status: row.status, sinceOn: row.sinceOn, source: settings.source })
  if (!stored.hasName) writes.names.push({ partyId, name: row.name, kind: 'alias' })
  writes.days.push({ id: stored.id, fromOn: row.fromOn ?? stored.fromOn, toOn: row.toOn ?? stored.toOn })
  writes.rows.push({
    line: row.line,
    outcome: 'updated',
    partyId,
    licenceId: stored.id,
    before: { versionAfter: stored.version + 1, fromOn: stored.fromOn, toOn: stored.toOn },
  })
}
