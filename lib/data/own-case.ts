import 'server-only'
import type { IntakeChannel } from '@/lib/domain/report/contact-channels'
import type { Severity } from '@/lib/domain/severity-levels'
import type { ClosingCode } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** The case as its worker sees it: facts only, no words. */
export type OwnCase = {
  readonly id: string
  readonly number: string
  readonly office: { readonly id: string; readonly name: string }
  readonly state: CaseState
  readonly severity: Severity
  readonly stateBeforeAwaiting: CaseState | null
  readonly origin: string | null
  readonly scheme: string | null
  /** What was told of danger, as stored codes. */
  readonly dangerCodes: readonly string[]
  /** The language the report was made in; what officers write is translated into it. */
  readonly language: string
  readonly receivedAt: Date
  readonly closedAt: Date | null
  readonly closingCode: ClosingCode | null
  readonly channel: IntakeChannel
  /** Somebody else than the worker told it. */
  readonly isByProxy: boolean
  /** When its key will be destroyed because the worker does not want it kept; null otherwise. */
  readonly eraseDueAt: Date | null
  /** Whether the worker's yes to statistics stands. */
  readonly inStatistics: boolean
  readonly version: number
}

/** What a worker's own case is opened with. */
export type OwnReader = 'own_case.read' | 'own_case.write'

/** The one case of this grant, or null when it was erased. */
export async function findOwnCase(on: Scoped<OwnReader>): Promise<OwnCase | null> {
  const row = await on.db.case.findUnique({
    where: { id: on.grant.actor.caseId, erasedAt: null },
    select: {
      id: true,
      number: true,
      state: true,
      severity: true,
      stateBeforeAwaiting: true,
      origin: true,
      scheme: true,
      dangerCodes: true,
      language: true,
      receivedAt: true,
      closedAt: true,
      closingCode: true,
      channel: true,
      eraseDueAt: true,
      inStatistics: true,
      version: true,
      office: { select: { id: true, name: true } },
      people: { where: { kind: 'proxy' }, select: { id: true } },
    },
  })
  if (row === null) return null
  const { people, ...facts } = row
  return {
    ...facts,
    isByProxy: people.length > 0,
    state: row.state as CaseState,
    severity: row.severity as Severity,
    closingCode: row.closingCode as ClosingCode | null,
    channel: row.channel as IntakeChannel,
    stateBeforeAwaiting: row.stateBeforeAwaiting as CaseState | null,
  }
}

/**
 * The one case of this grant, held until the transaction ends: an officer who moves it at the same moment waits, then finds
 * another version and is told. Null when it was erased.
 */
export async function lockOwnCase(on: Scoped<'own_case.write'>): Promise<OwnCase | null> {
  await on.db.$queryRaw`SELECT id FROM cases WHERE id = ${on.grant.actor.caseId}::uuid FOR UPDATE`
  return findOwnCase(on)
}

/** A case that waits for its worker goes on elsewhere than where it came from. */
export async function updateOwnStateBefore(on: Scoped<'own_case.write'>, state: CaseState): Promise<void> {
  await on.db.case.update({
    where: { id: on.grant.actor.caseId },
    data: { stateBeforeAwaiting: state, version: { increment: 1 } },
    select: { id: true },
  })
}

/** What a worker's own act changes on the case. Call with the case locked; officers who read it before are told. */
export type OwnCaseChange = {
  readonly state?: CaseState
  readonly closingCode?: ClosingCode | null
  readonly eraseDueAt?: Date | null
  /** A worker can ask for another officer, not choose one. */
  readonly assigneeId?: null
  readonly inStatistics?: boolean
}

/** Writes a change of the case and, with a new state, the station on its line. */
export async function updateOwnCase(
  on: Scoped<'own_case.write'>,
  own: OwnCase,
  change: OwnCaseChange,
  at: Date,
): Promise<void> {
  const { state } = change
  await on.db.case.update({
    where: { id: own.id },
    data: {
      ...change,
      ...(state === undefined
        ? {}
        : {
            stateChangedAt: at,
            awaitingSince: null,
            stateBeforeAwaiting: null,
            closedAt: state === 'closed' ? at : null,
          }),
      version: { increment: 1 },
    },
    select: { id: true },
  })
  if (state === undefined) return
  await on.db.stateMove.createMany({
    data: [
      {
        id: newId(),
        caseId: own.id,
        fromState: own.state,
        toState: state,
        closingCode: change.closingCode ?? null,
        byKind: 'worker',
        movedAt: at,
      },
    ],
  })
}

/** One more message of the worker that nobody has read. Not a new version: an officer's form stays good. */
export async function countUnreadFromWorker(on: Scoped<'own_case.write'>): Promise<void> {
  await on.db.case.update({
    where: { id: on.grant.actor.caseId },
    data: { unreadFromWorker: { increment: 1 } },
    select: { id: true },
  })
}
