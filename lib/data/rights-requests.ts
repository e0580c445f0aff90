import 'server-only'
import type {
  Right,
  RightsAsker,
  RightsIdentity,
  RightsOutcome,
  RightsRequest,
  RightsWay,
} from '@/lib/domain/privacy/rights-request'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** A request to store. `recordedById`: null when it was asked on the own page. */
export type NewRightsRequest = Pick<
  RightsRequest,
  'kind' | 'askedBy' | 'cameBy' | 'identityCheck' | 'cameAt' | 'language'
> & {
  readonly requestId: string
  readonly words: string
  readonly recordedById: string | null
  readonly recordedAt: Date
}

const WORDS = 'rights_request.sealed_words'
const REASON = 'rights_request.sealed_reason'

/** What was asked about the data of a case, in the order it came: the office sees all, its worker what was asked for the worker. */
export async function listRightsRequests(
  on: Scoped<'own_case.read' | 'own_case.write' | 'case.read' | 'case.answer_right'>,
  caseSeal: CaseSeal,
): Promise<RightsRequest[]> {
  const rows = await on.db.rightsRequest.findMany({
    where: { caseId: caseSeal.caseId },
    orderBy: [{ cameAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Right,
    askedBy: row.askedBy as RightsAsker,
    cameBy: row.cameBy as RightsWay,
    identityCheck: row.identityCheck as RightsIdentity,
    cameAt: row.cameAt,
    language: row.language,
    words: row.sealedWords && caseSeal.unseal(WORDS, row.id, row.sealedWords),
    outcome: row.outcome as RightsOutcome | null,
    reason: row.sealedReason && caseSeal.unseal(REASON, row.id, row.sealedReason),
    answeredAt: row.answeredAt,
  }))
}

/** Stores a request, its words sealed. Null when the form with this id was sent before. */
export async function insertRightsRequest(
  on: Scoped<'own_case.write' | 'case.answer_right'>,
  caseSeal: CaseSeal,
  { words, ...request }: NewRightsRequest,
): Promise<string | null> {
  const id = newId()
  const sealedWords = words === '' ? null : caseSeal.seal(WORDS, id, words)
  const { count } = await on.db.rightsRequest.createMany({
    data: [{ ...request, id, caseId: caseSeal.caseId, sealedWords }],
    skipDuplicates: true,
  })
  return count > 0 ? id : null
}

/** How many of the worker's own requests wait for an officer. */
export function countOpenRightsRequests(on: Scoped<'own_case.write'>): Promise<number> {
  return on.db.rightsRequest.count({ where: { caseId: on.grant.actor.caseId, outcome: null } })
}

/** Writes down what came of a request. False when somebody had answered before. */
export async function updateRightsAnswered(
  on: Scoped<'case.answer_right'>,
  caseSeal: CaseSeal,
  id: string,
  answer: { readonly outcome: RightsOutcome; readonly reason: string; readonly answeredAt: Date },
): Promise<boolean> {
  const { outcome, reason, answeredAt } = answer
  const { count } = await on.db.rightsRequest.updateMany({
    where: { id, caseId: caseSeal.caseId, outcome: null },
    data: {
      outcome,
      answeredAt,
      answeredById: on.grant.actor.id,
      sealedReason: caseSeal.seal(REASON, id, reason),
    },
  })
  return count === 1
}
