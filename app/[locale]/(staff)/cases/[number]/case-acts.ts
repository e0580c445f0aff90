import 'server-only'
import { notHere } from '@/lib/access/not-here'
import { requireGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import { findCaseHead } from '@/lib/data/case-page'
import { findStaffNames } from '@/lib/data/staff'
import { listStateMoves } from '@/lib/data/state-moves'
import { within, type Scoped } from '@/lib/data/within'
import { parseCaseNumber } from '@/lib/domain/case-number'
import type { CaseHead, CaseMove } from '@/lib/domain/case-file'
import type { Locale } from '@/lib/i18n/locales'
import { recordReading } from '@/lib/usecases/record-reading'

type ActPermission =
  | 'case.read'
  | 'case.link_party'
  | 'case.take'
  | 'case.assign'
  | 'case.change_severity'
  | 'case.change_state'
  | 'case.decide_correction'
  | 'case.answer_right'
  | 'case.answer_officer_request'
  | 'case.replace_code'
  | 'case.translate'
  | 'case.judge_sign'
  | 'case.manage_tasks'
  | 'case.hold'
  | 'case.write_person'

type LastMove = Pick<CaseMove, 'toState' | 'byKind' | 'by' | 'movedAt'>

/** For the page of one act on a case: the pass, the case as it stands, and what else the page reads. Not found when either is not there. */
export async function openAct<P extends ActPermission, T>(
  permission: P,
  place: { locale: Locale; number: string; act: string },
  read: (on: Scoped<P>, head: CaseHead) => Promise<T>,
): Promise<{ grant: Grant<P>; head: CaseHead; last: LastMove | null; more: T }> {
  const { locale, number, act } = place
  const grant = await requireGrant(permission, { locale, returnTo: `/${locale}/cases/${number}/${act}` })
  if (!parseCaseNumber(number).ok) notHere(locale)
  const found = await within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    if (!head) return null
    const shown = { head, last: await findLastMove(on, head.id), more: await read(on, head) }
    // This page, too, tells what the case is about.
    await recordReading(on, head.id, act)
    return shown
  })
  return found ? { grant, ...found } : notHere(locale)
}

/** Who brought the case to where it is, and when: after a lost race this is what happened meanwhile. */
async function findLastMove(on: Scoped<ActPermission>, caseId: string): Promise<LastMove | null> {
  const last = (await listStateMoves(on, caseId)).at(-1)
  if (!last) return null
  const nameOf = await findStaffNames(on, [last.byStaffId])
  return { toState: last.toState, byKind: last.byKind, by: nameOf(last.byStaffId), movedAt: last.movedAt }
}
