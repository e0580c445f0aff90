import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertLabel, listLabels, updateLabelRetired } from '@/lib/data/case-labels'
import { findUniqueViolation } from '@/lib/data/unique-violation'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `label_exists`: the office has one of this name. */
export type LabelError = { readonly code: 'label_exists' | 'not_found' }

/** Makes a label; `id` is that of the form. Sent twice, it is one label. */
export function makeLabel(
  grant: Grant<'label.manage'>,
  label: { readonly id: string; readonly name: string },
): Promise<Result<void, LabelError>> {
  return within(grant, async (on) => {
    if (!(await insertLabel(on, { ...label, createdAt: now() }))) {
      const isSame = (await listLabels(on)).some(({ id }) => id === label.id)
      return isSame ? ok(undefined) : err({ code: 'label_exists' })
    }
    await appendAudit(on, grant.actor.officeId, 'label.made', { detail: { labelId: label.id } })
    return ok(undefined)
  })
}

/** Retires a label, or takes it up again. Cases that have it keep it. */
export async function retireLabel(
  grant: Grant<'label.manage'>,
  id: string,
  isRetired: boolean,
): Promise<Result<void, LabelError>> {
  try {
    return await within<'label.manage', Result<void, LabelError>>(grant, async (on) => {
      if (!(await updateLabelRetired(on, id, isRetired ? now() : null))) return err({ code: 'not_found' })
      const action = isRetired ? 'label.retired' : 'label.taken_up'
      await appendAudit(on, grant.actor.officeId, action, { detail: { labelId: id } })
      return ok(undefined)
    })
  } catch (error) {
    if (findUniqueViolation(error) !== 'case_label_name') throw error
    return err({ code: 'label_exists' })
  }
}
