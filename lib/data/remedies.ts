import 'server-only'
import type { RemedyType } from '@/lib/domain/workflow/outcomes'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** What was agreed to put the wrong right, in the worker's language. The worker told the officer of the grant so. */
export type AgreedRemedy = {
  readonly type: RemedyType
  readonly terms: string
  readonly termsLanguage: string
  readonly agreedAt: Date
}

/** Writes down an agreed remedy, its terms sealed. */
export async function insertAgreedRemedy(
  on: Scoped<'case.change_state'>,
  caseSeal: CaseSeal,
  remedy: AgreedRemedy,
): Promise<void> {
  const id = newId()
  const { type, terms, termsLanguage, agreedAt } = remedy
  await on.db.remedy.createMany({
    data: [
      {
        id,
        caseId: caseSeal.caseId,
        type,
        sealedTerms: caseSeal.seal('remedy.sealed_terms', id, terms),
        termsLanguage,
        claimedAt: agreedAt,
        agreedAt,
        workerAcceptedAt: agreedAt,
        acceptedHow: 'told_to_officer',
        witnessStaffId: on.grant.actor.id,
      },
    ],
  })
}

/** These remedies arrived, proven and confirmed by the worker. */
export async function updateRemediesDelivered(
  on: Scoped<'case.change_state'>,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const these = { in: [...ids] }
  await on.db.remedy.updateMany({ where: { id: these, deliveredAt: null }, data: { deliveredAt: at } })
  await on.db.repayment.updateMany({
    where: { remedyId: these, workerConfirmedAt: null },
    data: { workerConfirmedAt: at },
  })
  await on.db.remedy.updateMany({ where: { id: these, workerConfirmedAt: null }, data: { workerConfirmedAt: at } })
}

/** What was promised did not come: these remedies count for nothing any more. */
export async function updateRemediesFailed(
  on: Scoped<'case.change_state'>,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await on.db.remedy.updateMany({ where: { id: { in: [...ids] }, deliveredAt: null }, data: { failedAt: at } })
}
