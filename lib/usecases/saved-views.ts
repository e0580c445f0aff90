import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { deleteSavedView, insertSavedView, updateSavedView, type SavedView } from '@/lib/data/saved-views'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

type ViewGrant = Grant<'view.save'> | Grant<'view.share'>

/** `not_found`: no such view that this person may change. */
export type ViewError = { readonly code: 'not_found' }

/** Keeps the present filter under a name; `id` is that of the form. Sent twice, it is one view. Shared ones need a supervisor. */
export function saveView(grant: ViewGrant, view: Pick<SavedView, 'id' | 'name' | 'query' | 'isShared'>): Promise<void> {
  return within<'view.save' | 'view.share', void>(grant as Grant<'view.save' | 'view.share'>, async (on) => {
    if (!(await insertSavedView(on, { ...view, isShared: isSharedBy(grant, view), createdAt: now() }))) return
    if (isSharedBy(grant, view))
      await appendAudit(on, grant.actor.officeId, 'view.shared', { detail: { viewId: view.id } })
  })
}

/** Gives a view another name, shares it or stops sharing it. */
export function changeView(
  grant: ViewGrant,
  id: string,
  change: Pick<SavedView, 'name' | 'isShared'>,
): Promise<Result<void, ViewError>> {
  return within<'view.save' | 'view.share', Result<void, ViewError>>(
    grant as Grant<'view.save' | 'view.share'>,
    async (on) => {
      if (!(await updateSavedView(on, id, { ...change, isShared: isSharedBy(grant, change) })))
        return err({ code: 'not_found' })
      await appendAudit(on, grant.actor.officeId, 'view.changed', { detail: { viewId: id } })
      return ok(undefined)
    },
  )
}

/** Removes a view; the cases in it stay as they are. */
export function removeView(grant: ViewGrant, id: string): Promise<Result<void, ViewError>> {
  return within<'view.save' | 'view.share', Result<void, ViewError>>(
    grant as Grant<'view.save' | 'view.share'>,
    async (on) => {
      if (!(await deleteSavedView(on, id))) return err({ code: 'not_found' })
      await appendAudit(on, grant.actor.officeId, 'view.removed', { detail: { viewId: id } })
      return ok(undefined)
    },
  )
}

function isSharedBy(grant: ViewGrant, { isShared }: Pick<SavedView, 'isShared'>): boolean {
  return isShared && grant.permission === 'view.share'
}
