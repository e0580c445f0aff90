import 'server-only'
import type { Scoped } from './within'

/** A question to the statistics under a name. `query` is what stands in the address: codes and months only. */
export type StatisticView = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly isShared: boolean
  readonly isOwn: boolean
}

type ViewReader = 'statistics.read' | 'statistics.export' | 'statistic_view.save'

/** One's own questions and those of the office, by name. */
export async function listStatisticViews(on: Scoped<ViewReader>): Promise<StatisticView[]> {
  const { officeId, id: actorId } = on.grant.actor
  const rows = await on.db.statisticView.findMany({
    where: { officeId, deletedAt: null, OR: [{ isShared: true }, { ownerId: actorId }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, query, isShared, ownerId }) => ({
    id,
    name,
    query,
    isShared,
    isOwn: ownerId === actorId,
  }))
}

/** The name of an own question that was deleted and is still there to take back; null for any other. */
export async function deletedViewName(on: Scoped<ViewReader>, id: string): Promise<string | null> {
  const found = await on.db.statisticView.findFirst({
    where: { id, ownerId: on.grant.actor.id, deletedAt: { not: null } },
    select: { name: true },
  })
  return found?.name ?? null
}

/** Keeps a question. False when the form with this id was sent before. */
export async function insertStatisticView(
  on: Scoped<'statistic_view.save'>,
  view: Pick<StatisticView, 'id' | 'name' | 'query' | 'isShared'> & { readonly createdAt: Date },
): Promise<boolean> {
  const { officeId, id: ownerId } = on.grant.actor
  const { count } = await on.db.statisticView.createMany({
    data: [{ ...view, officeId, ownerId }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Another name, shared or not, deleted or taken back. False when it is not this person's. */
export async function updateStatisticView(
  on: Scoped<'statistic_view.save'>,
  id: string,
  change: { readonly name?: string; readonly isShared?: boolean; readonly deletedAt?: Date | null },
): Promise<boolean> {
  const { count } = await on.db.statisticView.updateMany({ where: { id, ownerId: on.grant.actor.id }, data: change })
  return count === 1
}

/** Removes for good what this person deleted before an instant. */
export async function removeDeletedViews(on: Scoped<'statistic_view.save'>, before: Date): Promise<void> {
  await on.db.statisticView.deleteMany({ where: { ownerId: on.grant.actor.id, deletedAt: { lt: before } } })
}
