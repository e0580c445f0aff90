import 'server-only'
import type { AskFacts } from '@/lib/domain/answers/may-ask'
import { isProxyConfirmed } from '@/lib/domain/consents'
import type { CaseState } from '@/lib/domain/workflow/states'
import type { Consent } from './consents'
import type { Scoped } from './within'

/** What decides whether a party of a case may be asked at an instant. `consents` are those of the case. */
export async function findAskFacts(
  on: Scoped<'case.read' | 'case.ask_party'>,
  caseId: string,
  consents: readonly Consent[],
  at: Date,
): Promise<AskFacts> {
  const row = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      state: true,
      stateBeforeAwaiting: true,
      receivedAt: true,
      eraseDueAt: true,
      people: { where: { kind: 'proxy' }, select: { id: true } },
    },
  })
  return {
    state: row.state as CaseState,
    stateBeforeAwaiting: row.stateBeforeAwaiting as CaseState | null,
    isToBeErased: row.eraseDueAt !== null,
    isProxyUnconfirmed: row.people.length > 0 && !isProxyConfirmed(consents, row.receivedAt, at),
    consents,
  }
}
