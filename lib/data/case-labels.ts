import 'server-only'
import type { StaffPermission } from '@/lib/access/policy'
import type { Scoped } from './within'

/** A word of the office to sort its cases by. */
export type CaseLabel = { readonly id: string; readonly name: string; readonly retiredAt: Date | null }

/** The labels of the office by name, the retired ones too: cases keep them. */
export async function listLabels(on: Scoped<StaffPermission>): Promise<CaseLabel[]> {
  return on.db.caseLabel.findMany({
    where: { officeId: on.grant.actor.officeId },
    select: { id: true, name: true, retiredAt: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/** The labels of one case by name, the retired ones too. */
export async function listLabelsOfCase(on: Scoped<'case.read'>, caseId: string): Promise<CaseLabel[]> {
  const row = await on.db.case.findUnique({ where: { id: caseId }, select: { labelIds: true } })
  const ids = new Set(row?.labelIds ?? [])
  return ids.size === 0 ? [] : (await listLabels(on)).filter(({ id }) => ids.has(id))
}

/** A new label. False when the office has one of this name that is not retired, or the form was sent before. */
export async function insertLabel(
  on: Scoped<'case.label'>,
  label: { readonly id: string; readonly name: string; readonly createdAt: Date },
): Promise<boolean> {
  const { officeId, id: createdById } = on.grant.actor
  const { count } = await on.db.caseLabel.createMany({
    data: [{ ...label, officeId, createdById }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Retires a label, or takes it up again (null). False when there is none, or another has its name meanwhile. */
export async function updateLabelRetired(
  on: Scoped<'label.manage'>,
  id: string,
  retiredAt: Date | null,
): Promise<boolean> {
  const { count } = await on.db.caseLabel.updateMany({
    where: { id, officeId: on.grant.actor.officeId },
    data: { retiredAt },
  })
  return count === 1
}

/** Puts a label on a case, or takes it off. False when it was so already. Not a new version: a colleague's form stays good. */
export async function updateCaseLabel(
  on: Scoped<'case.label'>,
  caseId: string,
  labelId: string,
  isOn: boolean,
): Promise<boolean> {
  const count = isOn
    ? await on.db
        .$executeRaw`UPDATE cases SET label_ids = label_ids || ${labelId}::uuid WHERE id = ${caseId}::uuid AND NOT ${labelId}::uuid = ANY (label_ids)`
    : await on.db
        .$executeRaw`UPDATE cases SET label_ids = array_remove(label_ids, ${labelId}::uuid) WHERE id = ${caseId}::uuid AND ${labelId}::uuid = ANY (label_ids)`
  return count === 1
}

/** Whether the office has this label and still offers it. */
export async function isLabelOffered(on: Scoped<'case.label'>, id: string): Promise<boolean> {
  return (await on.db.caseLabel.count({ where: { id, officeId: on.grant.actor.officeId, retiredAt: null } })) === 1
}
