import 'server-only'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Prisma } from '@/prisma/generated/client'
import { searchKeys } from '@/lib/domain/parties/matching/keys'
import { scriptOf } from '@/lib/domain/parties/register'
import { newId } from '@/lib/platform/ids'
import type { StoredTable } from '@/lib/domain/parties/list-plan'
import type { Scoped } from './within'

type On = Scoped<'party.import'>

export async function insertImport(
  on: On,
  table: StoredTable,
  file: { name: string; sha256: string },
  at: Date,
): Promise<string> {
  const id = newId()
  const { actor } = on.grant
  const content = Uint8Array.from(gzipSync(JSON.stringify({ headings: table.headings, rows: table.rows })))
  await on.db.partyImport.create({
    data: {
      id,
      officeId: actor.officeId,
      madeById: actor.id,
      madeAt: at,
      fileName: file.name,
      sha256: file.sha256,
      content,
    },
  })
  return id
}

/** A list of the actor's office, with its table while it is not applied. `lock` holds it until the transaction ends. */
export async function findImport(on: On, id: string, lock = false) {
  if (lock) await on.db.$queryRaw`SELECT id FROM party_import WHERE id = ${id}::uuid AND applied_at IS NULL FOR UPDATE`
  const row = await on.db.partyImport.findFirst({ where: { id, officeId: on.grant.actor.officeId } })
  if (!row) return null
  const { content, ...rest } = row
  const table = content && (JSON.parse(gunzipSync(content).toString('utf8')) as StoredTable)
  return { ...rest, table }
}

export async function listImports(on: On) {
  return on.db.partyImport.findMany({
    where: { officeId: on.grant.actor.officeId },
    orderBy: [{ madeAt: 'desc' }],
    take: 20,
    omit: { content: true },
  })
}

export async function saveMapping(on: On, id: string, mapping: Prisma.InputJsonObject): Promise<void> {
  await on.db.partyImport.updateMany({ where: { id, appliedAt: null }, data: { mapping } })
}

/** Keeps which parties are like rows of a list, unless its columns are read in another way by now. */
export async function saveNear(
  on: On,
  id: string,
  mapping: Prisma.InputJsonObject,
  near: Readonly<Record<string, string>>,
): Promise<void> {
  await on.db.partyImport.updateMany({
    where: { id, appliedAt: null, mapping: { equals: mapping } },
    data: { mapping: { ...mapping, near } },
  })
}

/** Until the transaction ends nobody else applies a list. */
export async function waitForOtherLists(on: On): Promise<void> {
  await on.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('party_import'))`
}

/** The licences of a regime with these numbers, of parties that were not merged. */
export async function findLicences(on: On, regime: string, numberKeys: readonly string[]) {
  return on.db.partyLicence.findMany({
    where: { regime, numberKey: { in: [...numberKeys] }, removedAt: null, party: { mergedIntoId: null } },
    select: {
      id: true,
      numberKey: true,
      status: true,
      fromOn: true,
      toOn: true,
      party: {
        select: { id: true, name: true, version: true, names: { where: { removedAt: null }, select: { name: true } } },
      },
    },
  })
}

/** Parties of a key that is exactly one of these: other spellings of one name. By key. */
export async function findPartiesByKeys(
  on: On,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const rows = await on.db.$queryRaw<{ key: string; id: string; name: string }[]>`
    SELECT DISTINCT ON (k.key) k.key, p.id, p.name FROM party_key k JOIN party_name n ON n.id = k.name_id AND n.removed_at IS NULL
      JOIN party p ON p.id = n.party_id AND p.merged_into_id IS NULL WHERE k.key = ANY (${[...keys]}::text[]) ORDER BY k.key, p.id`
  return new Map(rows.map(({ key, id, name }) => [key, { id, name }]))
}

const CHUNK = 2_000

async function inChunks<T>(rows: readonly T[], write: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK))
}

/** The rows of one table each, all marked with the import. */
export type ImportWrites = {
  readonly parties: readonly Prisma.PartyCreateManyInput[]
  readonly names: readonly { readonly partyId: string; readonly name: string; readonly kind: string }[]
  readonly licences: readonly Prisma.PartyLicenceCreateManyInput[]
  readonly statuses: readonly Omit<
    Prisma.PartyLicenceStatusCreateManyInput,
    'id' | 'notedById' | 'notedAt' | 'importId'
  >[]
  readonly rows: readonly Omit<Prisma.PartyImportRowCreateManyInput, 'id' | 'importId'>[]
  readonly days: readonly { readonly id: string; readonly fromOn: string | null; readonly toOn: string | null }[]
  readonly versions: readonly Prisma.PartyVersionCreateManyInput[]
}

export async function writeImport(on: On, importId: string, writes: ImportWrites, at: Date): Promise<void> {
  const { actor } = on.grant
  const names = writes.names.map((name) => ({
    ...name,
    id: newId(),
    script: scriptOf(name.name),
    keys: searchKeys(name.name),
  }))
  await inChunks(writes.parties, (data) => on.db.party.createMany({ data }))
  await inChunks(names, (some) =>
    on.db.partyName.createMany({
      data: some.map(({ keys, ...row }) => ({ ...row, normalisedKey: keys[0] ?? '', importId, createdAt: at })),
    }),
  )
  await inChunks(
    names.flatMap(({ id, keys }) => keys.map((key) => ({ nameId: id, key }))),
    (data) => on.db.partyKey.createMany({ data }),
  )
  await inChunks(writes.licences, (data) => on.db.partyLicence.createMany({ data }))
  await inChunks(writes.statuses, (some) =>
    on.db.partyLicenceStatus.createMany({
      data: some.map((row) => ({ ...row, id: newId(), notedById: actor.id, notedAt: at, importId })),
    }),
  )
  if (writes.days.length > 0)
    await on.db.$executeRaw`UPDATE party_licence l SET from_on = d."fromOn", to_on = d."toOn"
      FROM jsonb_to_recordset(${JSON.stringify(writes.days)}::jsonb) AS d(id uuid, "fromOn" text, "toOn" text) WHERE l.id = d.id`
  const changed = writes.rows.filter(({ outcome }) => outcome !== 'new').map(({ partyId }) => partyId)
  await on.db.party.updateMany({
    where: { id: { in: [...new Set(changed)] } },
    data: { version: { increment: 1 }, updatedAt: at },
  })
  await inChunks(writes.versions, (data) => on.db.partyVersion.createMany({ data }))
  await inChunks(writes.rows, (some) =>
    on.db.partyImportRow.createMany({ data: some.map((row) => ({ ...row, id: newId(), importId })) }),
  )
}

/** Says that a list was applied, once: false when somebody else was first. */
export async function markApplied(on: On, id: string, counts: Prisma.InputJsonObject, at: Date): Promise<boolean> {
  const { count } = await on.db.partyImport.updateMany({
    where: { id, appliedAt: null },
    data: { appliedAt: at, appliedById: on.grant.actor.id, counts, content: null },
  })
  return count === 1
}

export async function undoImportRows(on: On, id: string, at: Date): Promise<string> {
  const [row] = await on.db.$queryRaw<
    { outcome: string }[]
  >`SELECT app.undo_party_import(${id}::uuid, ${at}) AS outcome`
  return row?.outcome ?? 'gone'
}
