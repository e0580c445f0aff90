import 'server-only'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

export type StateMoveRow = {
  readonly id: string
  readonly fromState: CaseState | null
  readonly toState: CaseState
  readonly closingCode: string | null
  readonly byKind: string
  readonly byStaffId: string | null
  readonly movedAt: Date
}

/** The line of a case, first station first. */
export async function listStateMoves(
  on: Scoped<
    | 'case.read'
    | 'case.change_state'
    | 'case.take'
    | 'case.link_party'
    | 'case.assign'
    | 'case.hand_over'
    | 'case.write_message'
    | 'case.change_severity'
    | 'case.answer_officer_request'
    | 'case.decide_correction'
    | 'case.answer_right'
    | 'case.replace_code'
    | 'case.translate'
    | 'case.judge_sign'
    | 'case.manage_tasks'
    | 'case.hold'
    | 'case.write_person'
    | 'own_case.read'
    | 'own_case.write'
  >,
  caseId: string,
): Promise<StateMoveRow[]> {
  const rows = await on.db.stateMove.findMany({ where: { caseId }, orderBy: [{ movedAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    ...row,
    fromState: row.fromState as CaseState | null,
    toState: row.toState as CaseState,
  }))
}

/** Adds a station, by the person of the grant. */
export async function insertStateMove(
  on: Scoped<'case.change_state' | 'case.take'>,
  caseId: string,
  station: { from: CaseState; to: CaseState; closingCode?: string | null; movedAt: Date },
): Promise<void> {
  await on.db.stateMove.createMany({
    data: [
      {
        id: newId(),
        caseId,
        fromState: station.from,
        toState: station.to,
        closingCode: station.closingCode ?? null,
        byKind: 'staff',
        byStaffId: on.grant.actor.id,
        movedAt: station.movedAt,
      },
    ],
  })
}
