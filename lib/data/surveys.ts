import 'server-only'
import type { Satisfaction } from '@/lib/domain/satisfaction'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** An answer with the closing it is about. */
export type SurveyAnswer = Satisfaction & { readonly closedAt: Date | null; readonly answeredAt: Date }

/** What the worker said of us: for the worker and for supervisors; for others an empty list (the database decides). */
export async function listSurveys(
  on: Scoped<'own_case.read' | 'own_case.write' | 'case.read'>,
  caseId: string,
): Promise<SurveyAnswer[]> {
  return on.db.satisfactionSurvey.findMany({
    where: { caseId },
    select: { score: true, wouldReturn: true, paidToComplain: true, closedAt: true, answeredAt: true },
    orderBy: { answeredAt: 'asc' },
  })
}

/** Stores what the worker says about one closing. False when something was said about it before. */
export async function insertSurvey(
  on: Scoped<'own_case.write'>,
  survey: Satisfaction & { closedAt: Date; answeredAt: Date },
): Promise<boolean> {
  const { count } = await on.db.satisfactionSurvey.createMany({
    data: [{ ...survey, id: newId(), caseId: on.grant.actor.caseId }],
    skipDuplicates: true,
  })
  return count > 0
}
