import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertLabel, listLabels, updateLabelRetired, type CaseLabel } from '@/lib/data/case-labels'
import { findUniqueViolation } from '@/lib/data/unique-violation'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `label_exists`: the office has one of this name. */
export type LabelError = { readonly code: 'label_exists' | 'not_found' }

/** `label_retired`: a supervisor took this word out of use. */
export type NewLabelError = { readonly code: 'label_retired' }

/** Makes a label; `id` is that of the form. Sent twice, it is one label. */
export function makeLabel(
  grant: Grant<'case.label'>,
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

/**
 * The label of this name, made when there is none; `id` is that of the form. Two who make it at once get one label. A name that was
 * retired is not made anew behind the supervisor's back.
 */
export async function labelNamed(
  grant: Grant<'case.label'>,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Result<string, NewLabelError>> {
  const isNamed = (label: CaseLabel) => label.name.toLowerCase() === name.toLowerCase()
  const known = (await within(grant, listLabels)).filter(isNamed)
  const offered = known.find(({ retiredAt }) => retiredAt === null)
  if (offered) return ok(offered.id)
  if (known.length > 0) return err({ code: 'label_retired' })
  if ((await makeLabel(grant, { id, name })).ok) return ok(id)
  // A colleague was faster.
  const made = (await within(grant, listLabels)).find((label) => isNamed(label) && label.retiredAt === null)
  return made ? ok(made.id) : err({ code: 'label_retired' })
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
