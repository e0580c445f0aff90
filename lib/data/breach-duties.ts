import 'server-only'
import type { BreachDuty } from '@/lib/domain/privacy/breach'
import { newId } from '@/lib/platform/ids'
import { DUTY_NOTE, findBreachSeal } from './breaches'
import type { Scoped } from './within'

/** Reminded with a quarter of the time left, a day at most. */
const LEAD_MS = 86_400_000

/** Adds what is due; what is in the list already stays as it is. */
export async function insertDuties(
  on: Scoped<'breach.report' | 'breach.manage'>,
  breach: { readonly id: string; readonly knownAt: Date },
  duties: readonly BreachDuty[],
): Promise<void> {
  await on.db.breachDuty.createMany({
    data: duties.map((duty) => ({
      id: newId(),
      breachId: breach.id,
      ...duty,
      remindAt: new Date(
        duty.dueAt.getTime() - Math.min(LEAD_MS, Math.max(duty.dueAt.getTime() - breach.knownAt.getTime(), 0) / 4),
      ),
    })),
    skipDuplicates: true,
  })
}

/** One thing is done, or need not be. False when it was before. */
export async function updateDutyDone(
  on: Scoped<'breach.manage' | 'breach.review'>,
  breachId: string,
  duty: { readonly id: string; readonly outcome: 'done' | 'not_needed'; readonly note: string; readonly at: Date },
): Promise<boolean> {
  const { id: doneById, displayName: doneByName } = on.grant.actor
  const { count } = await on.db.breachDuty.updateMany({
    where: { id: duty.id, breachId, doneAt: null },
    data: {
      doneAt: duty.at,
      doneById,
      doneByName,
      outcome: duty.outcome,
      sealedNote: (await findBreachSeal(on, breachId)).seal(DUTY_NOTE, duty.id, duty.note),
    },
  })
  return count === 1
}

/** Reminds of what is due because of incidents (app.remind_breaches). Returns how many; ask again until it is none. */
export async function remindBreaches(on: Scoped<'system.remind'>, at: Date): Promise<number> {
  const rows = await on.db.$queryRaw<{ told: number }[]>`SELECT app.remind_breaches(${at}) AS told`
  return rows[0]?.told ?? 0
}
