import 'server-only'
import type { Scoped } from './within'

/** A filter of the queue under a name. `query` is what stands in the address: codes and ids only. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly isShared: boolean
  readonly isOwn: boolean
}

type ViewReader = 'case.list' | 'view.save' | 'view.share'

/** One's own views and those of the office, by name. */
export async function listSavedViews(on: Scoped<ViewReader>): Promise<SavedView[]> {
  const { officeId, id: actorId } = on.grant.actor
  const rows = await on.db.savedView.findMany({
    where: { officeId, OR: [{ isShared: true }, { ownerId: actorId }] },
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

/** One of them; null for anybody else's. */
export async function findSavedView(on: Scoped<ViewReader>, id: string): Promise<SavedView | null> {
  return (await listSavedViews(on)).find((view) => view.id === id) ?? null
}

/** Keeps a view. False when the form with this id was sent before. */
export async function insertSavedView(
  on: Scoped<'view.save' | 'view.share'>,
  view: Pick<SavedView, 'id' | 'name' | 'query' | 'isShared'> & { readonly createdAt: Date },
): Promise<boolean> {
  const { officeId, id: ownerId } = on.grant.actor
  const { count } = await on.db.savedView.createMany({ data: [{ ...view, officeId, ownerId }], skipDuplicates: true })
  return count === 1
}

/** Another name, or shared or not. False when this person may not change it. */
export async function updateSavedView(
  on: Scoped<'view.save' | 'view.share'>,
  id: string,
  change: Pick<SavedView, 'name' | 'isShared'>,
): Promise<boolean> {
  const { count } = await on.db.savedView.updateMany({ where: { id }, data: change })
  return count === 1
}

/** Removes a view. False when this person may not, or it is gone. */
export async function deleteSavedView(on: Scoped<'view.save' | 'view.share'>, id: string): Promise<boolean> {
  const { count } = await on.db.savedView.deleteMany({ where: { id } })
  return count === 1
}
