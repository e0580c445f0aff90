import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import {
  insertStatisticView,
  removeDeletedViews,
  updateStatisticView,
  type StatisticView,
} from '@/lib/data/statistic-views'
import { within, type Scoped } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/ids'

type ViewGrant = Grant<'statistic_view.save'>

/** `not_found`: no such question of this person's. */
export type ViewError = { readonly code: 'not_found' }

/** So long a deleted question can be taken back; after that it goes with the next one that is deleted. */
const KEPT_DELETED_MS = 24 * 3_600_000

/** Keeps a question under a name; `id` is that of the form. Sent twice, it is one. */
export function saveStatisticView(
  grant: ViewGrant,
  view: Pick<StatisticView, 'id' | 'name' | 'query' | 'isShared'>,
): Promise<void> {
  return within(grant, async (on) => {
    if (await insertStatisticView(on, { ...view, createdAt: now() })) await told(on, 'saved', view.id)
  })
}

/** Gives a question another name, shares it or stops sharing it. */
export function changeStatisticView(
  grant: ViewGrant,
  id: string,
  { name, isShared }: Pick<StatisticView, 'name' | 'isShared'>,
): Promise<Result<void, ViewError>> {
  return change(grant, id, 'changed', { name, isShared })
}

/** Deletes a question; `restoreStatisticView` takes it back. */
export function deleteStatisticView(grant: ViewGrant, id: string): Promise<Result<void, ViewError>> {
  const at = now()
  return change(grant, id, 'deleted', { deletedAt: at }, (on) =>
    removeDeletedViews(on, new Date(at.getTime() - KEPT_DELETED_MS)),
  )
}

/** Takes the deletion of a question back. */
export function restoreStatisticView(grant: ViewGrant, id: string): Promise<Result<void, ViewError>> {
  return change(grant, id, 'restored', { deletedAt: null })
}

function change(
  grant: ViewGrant,
  id: string,
  done: 'changed' | 'deleted' | 'restored',
  columns: Parameters<typeof updateStatisticView>[2],
  after?: (on: Scoped<'statistic_view.save'>) => Promise<void>,
): Promise<Result<void, ViewError>> {
  return within(grant, async (on) => {
    if (!isId(id) || !(await updateStatisticView(on, id, columns))) return err({ code: 'not_found' })
    await after?.(on)
    await told(on, done, id)
    return ok(undefined)
  })
}

function told(on: Scoped<'statistic_view.save'>, done: string, viewId: string): Promise<void> {
  return appendAudit(on, on.grant.actor.officeId, `statistic_view.${done}`, { detail: { viewId } })
}
