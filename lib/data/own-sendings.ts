import 'server-only'
import type { Scoped } from './within'

/** When the case was sent to anybody, also where reading of it is not safe yet: for the day of erasing. */
export async function listOwnSendings(
  on: Scoped<'own_case.write'>,
): Promise<{ sentAt: Date; answeredAt: Date | null }[]> {
  const rows = await on.db.referral.findMany({
    where: { caseId: on.grant.actor.caseId, sentAt: { not: null } },
    select: { sentAt: true, answeredAt: true },
  })
  return rows.flatMap(({ sentAt, answeredAt }) => (sentAt ? [{ sentAt, answeredAt }] : []))
}
