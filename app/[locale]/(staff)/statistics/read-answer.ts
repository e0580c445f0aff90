import 'server-only'
import type { Grant } from '@/lib/access/grant'
import type { Release } from '@/lib/domain/statistics/released-table'
import type { WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import { logFailure } from '@/lib/platform/logger'
import { readRelease } from '@/lib/usecases/statistics/read-release'
import { StatisticRefusal, type RefusalCode } from '@/lib/usecases/statistics/refusal'

/** A page that takes longer says so first and shows the answer when it asks again. */
const PATIENCE_MS = 1_000

export type Answered = { readonly release: Release; readonly other: Release | null }

/** Why a question is not answered. */
export type Refused = { readonly refusal: RefusalCode }

/** The answer and, compared with our own figures, that of the second question. */
async function readAnswer(grant: Grant<'statistics.read'>, { query, comparison }: WorkbenchQuery): Promise<Answered> {
  const isOurs = comparison.kind === 'period' || comparison.kind === 'corridor'
  const [release, other] = await Promise.all([
    readRelease(grant, query),
    isOurs ? readRelease(grant, comparison.query) : null,
  ])
  return { release, other }
}

/** The same, or why not; null when it takes longer than a second and nobody has waited yet. It goes on meanwhile and is remembered. */
export async function readAnswerSoon(
  grant: Grant<'statistics.read'>,
  workbench: WorkbenchQuery,
  hasWaited: boolean,
): Promise<Answered | Refused | null> {
  const answering = readAnswer(grant, workbench).catch((error: unknown): Refused => {
    if (error instanceof StatisticRefusal) return { refusal: error.code }
    throw error
  })
  if (hasWaited) return answering
  answering.catch((error: unknown) => logFailure(error, { event: 'statistics_not_answered' }))
  let timer: NodeJS.Timeout | undefined
  const waiting = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  return Promise.race([answering, waiting]).finally(() => clearTimeout(timer))
}
