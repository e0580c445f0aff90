import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { Scoped } from './within'

type MergeOrder = {
  readonly requestId: string
  readonly fromId: string
  readonly fromVersion: number
  readonly intoId: string
  readonly intoVersion: number
  readonly reason: string
}

/** What app.merge_parties did: it locks both, and only then looks whether they still are what was seen. */
export async function mergeRows(on: Scoped<'party.write'>, order: MergeOrder, at: Date): Promise<string> {
  const { displayName } = on.grant.actor
  const [row] = await on.db.$queryRaw<{ outcome: string }[]>`
    SELECT app.merge_parties(${order.requestId}::uuid, ${order.fromId}::uuid, ${order.intoId}::uuid, ${order.fromVersion}::int,
      ${order.intoVersion}::int, ${order.reason}, ${displayName}, ${at}) AS outcome`
  return row?.outcome ?? 'gone'
}

export async function undoMergeRows(on: Scoped<'party.write'>, mergeId: string, at: Date): Promise<string> {
  const [row] = await on.db.$queryRaw<
    { outcome: string }[]
  >`SELECT app.undo_party_merge(${mergeId}::uuid, ${at}) AS outcome`
  return row?.outcome ?? 'gone'
}

export async function findMerge(on: Scoped<Permission>, id: string) {
  return on.db.partyMerge.findUnique({ where: { id }, select: { fromId: true, intoId: true, undoneAt: true } })
}

/** What a party was merged with, the last first. */
export async function listMerges(on: Scoped<Permission>, partyId: string) {
  return on.db.partyMerge.findMany({
    where: { OR: [{ fromId: partyId }, { intoId: partyId }] },
    orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
    // What moved names cases of all offices; the application may not read it.
    omit: { moved: true },
    include: { from: { select: { name: true } }, into: { select: { name: true } } },
  })
}

/** How a party stood after each change, the last first. */
export async function listPartyVersions(on: Scoped<Permission>, partyId: string) {
  return on.db.partyVersion.findMany({
    where: { partyId },
    orderBy: [{ version: 'desc' }, { changedAt: 'desc' }],
    take: 50,
  })
}
