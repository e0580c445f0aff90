import 'server-only'
import { COHORT_MINIMUM, type CohortSupport } from '@/lib/domain/fees/ledger/cohort'
import type { Scoped } from './within'

/** What others paid (migration rounded_statistics); null where there are too few, or where the line does not say enough to compare. */
export async function findCohort(
  on: Scoped<'case.read'>,
  caseId: string,
  lineId: string,
): Promise<CohortSupport | null> {
  const rows = await on.db.$queryRaw<
    { n: number; medianJpy: bigint; p25Jpy: bigint | null; p75Jpy: bigint | null; quarter: string }[]
  >`
    SELECT n, median_jpy AS "medianJpy", p25_jpy AS "p25Jpy", p75_jpy AS "p75Jpy", quarter
    FROM app.fee_cohort(${caseId}::uuid, ${lineId}::uuid)`
  const [row] = rows
  return row && row.n >= COHORT_MINIMUM ? { ...row, sameParty: true } : null
}
