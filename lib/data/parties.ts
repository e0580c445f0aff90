import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Permission } from '@/lib/access/policy'
import type { PartyLine, StoredParty } from '@/lib/domain/parties/shown-party'
import type { Scoped } from './within'

type On = Scoped<Permission>

const CURRENT = { removedAt: null }
const INCLUDED = {
  names: { where: CURRENT, orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }] },
  licences: {
    where: CURRENT,
    orderBy: [{ id: 'asc' as const }],
    include: { statuses: { orderBy: [{ notedAt: 'desc' as const }, { id: 'desc' as const }] } },
  },
  programmes: { where: CURRENT, orderBy: [{ id: 'asc' as const }] },
}

/** A party by its id, also one that was merged; null when there is none. */
export async function findParty(on: On, id: string): Promise<StoredParty | null> {
  return on.db.party.findUnique({ where: { id }, include: INCLUDED })
}

export async function findParties(on: On, ids: readonly string[]): Promise<readonly StoredParty[]> {
  return ids.length === 0 ? [] : on.db.party.findMany({ where: { id: { in: [...ids] } }, include: INCLUDED })
}

const LINES = Prisma.sql`SELECT p.id, p.name, p.country, p.roles, p.version,
  coalesce((SELECT array_agg(n.name ORDER BY n.created_at, n.id) FROM party_name n WHERE n.party_id = p.id AND n.removed_at IS NULL), '{}') AS names,
  coalesce((SELECT jsonb_agg(jsonb_build_object('regime', l.regime, 'number', l.number, 'status', l.status) ORDER BY l.id) FROM party_licence l WHERE l.party_id = p.id AND l.removed_at IS NULL), '[]') AS licences
  FROM party p`

/** The lines of parties that were not merged into others. */
export async function listPartyLines(on: On, ids: readonly string[]): Promise<readonly PartyLine[]> {
  if (ids.length === 0) return []
  return on.db.$queryRaw<PartyLine[]>`${LINES} WHERE p.id = ANY (${[...ids]}::uuid[]) AND p.merged_into_id IS NULL`
}

/** The lines of parties with the words of a name (soughtWords), or most of them, or nearly. In one question: it is asked at every key. */
export async function listSoughtLines(on: On, sought: readonly string[], most: number): Promise<readonly PartyLine[]> {
  if (sought.length === 0) return []
  return on.db.$queryRaw<PartyLine[]>`${LINES} WHERE p.merged_into_id IS NULL
    AND p.id = ANY (ARRAY(SELECT party_id FROM app.party_candidates(${[...sought]}::text[], ${most}::int)))`
}

/** Parties with a licence of one of these numbers, whatever its regime. */
export async function findPartiesByLicence(on: On, numberKeys: readonly string[]): Promise<readonly string[]> {
  if (numberKeys.length === 0) return []
  const rows = await on.db.partyLicence.findMany({
    where: { numberKey: { in: [...numberKeys] }, removedAt: null },
    select: { partyId: true },
    take: 50,
  })
  return [...new Set(rows.map((row) => row.partyId))]
}

/** The parties last written down or changed, for the page before anything is typed. */
export async function listLatestParties(on: On, most: number): Promise<readonly string[]> {
  const rows = await on.db.party.findMany({
    where: { mergedIntoId: null },
    orderBy: [{ id: 'desc' }],
    select: { id: true },
    take: most,
  })
  return rows.map(({ id }) => id)
}

export async function countParties(on: On): Promise<number> {
  const [row] = await on.db.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM party WHERE merged_into_id IS NULL`
  return row?.count ?? 0
}
