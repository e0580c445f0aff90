import 'server-only'
import type { Emergency, EmergencyReason } from '@/lib/domain/break-glass'
import type { CasePerson } from '@/lib/domain/case-file'
import type { Said } from '@/lib/domain/case-words'
import type { Severity } from '@/lib/domain/severity-levels'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { findCaseSeal } from './case-keys'
import { listChain, listPeople, listStatements } from './case-parts'
import { listMessages, type Message } from './messages'
import type { Scoped } from './within'

const REASON = 'break_glass.sealed_reason'
const HELD_BACK = 'break_glass.sealed_held_back_reason'

/** What a supervisor of another office says when opening a case. */
export type Opening = {
  readonly number: string
  readonly reason: EmergencyReason
  readonly words: string
  readonly minutes: number
}

/**
 * Opens a case of another office; everybody who has to know is told in the same transaction (app.break_glass). Returns the id of
 * the opening; null when there is no such case, or its key is gone.
 */
export async function breakGlass(on: Scoped<'case.rescue'>, opening: Opening): Promise<string | null> {
  const [opened] = await on.db.$queryRaw<{ id: string; case_id: string }[]>`
    SELECT id, case_id FROM app.break_glass(${opening.number}, ${newId()}::uuid, ${opening.reason}, ${opening.minutes}::int)`
  if (!opened) return null
  const caseSeal = await findCaseSeal(on, opened.case_id)
  if (!caseSeal) throw new Error('a case without a key cannot be opened')
  await on.db
    .$queryRaw`SELECT app.say_why_glass_broke(${opened.id}::uuid, ${caseSeal.seal(REASON, opened.id, opening.words)})`
  return opened.id
}

/** A case as a rescuer sees it: how to find and reach a person, and what they told. */
export type EmergencyCase = {
  readonly opening: Emergency
  readonly number: string
  readonly severity: Severity
  readonly language: string
  readonly dangers: readonly string[]
  readonly grievances: readonly string[]
  readonly people: readonly CasePerson[]
  readonly statements: readonly Said[]
  readonly messages: readonly Message[]
  readonly parties: readonly { readonly role: string; readonly name: string | null }[]
}

/** What a running opening shows; null when it is over, or somebody else's. That it was read is written down with it. */
export async function findOpening(on: Scoped<'case.rescue'>, id: string, at: Date): Promise<EmergencyCase | null> {
  const row = await on.db.breakGlass.findUnique({ where: { id }, select: { caseId: true } })
  // Policies let a rescuer see the case only as long as the opening runs.
  const found = row && (await findSeenCase(on, row.caseId))
  const caseSeal = found && (await findCaseSeal(on, found.id))
  if (!found || !caseSeal) return null
  await on.db.$queryRaw`SELECT app.note_glass_reading(${found.id}::uuid)::text`
  const opening = (await listEmergencies(on, found.id, caseSeal, at)).find((one) => one.id === id)
  if (!opening) return null
  const chain = await listChain(on, found.id, caseSeal.unseal)
  return {
    opening,
    number: found.number,
    severity: found.severity as Severity,
    language: found.language,
    dangers: found.dangerCodes,
    grievances: found.grievanceCodes,
    people: await listPeople(on, found.id, caseSeal.unseal),
    statements: await listStatements(on, found.id, caseSeal.unseal),
    messages: await listMessages(on, caseSeal),
    parties: chain.map(({ role, name, registeredName }) => ({ role, name: name ?? registeredName })),
  }
}

function findSeenCase(on: Scoped<'case.rescue'>, id: string) {
  return on.db.case.findUnique({
    where: { id },
    select: { id: true, number: true, severity: true, language: true, dangerCodes: true, grievanceCodes: true },
  })
}

/** The openings of this supervisor that still run. */
export function listOwnOpenings(
  on: Scoped<'case.rescue'>,
  at: Date,
): Promise<{ readonly id: string; readonly endsAt: Date }[]> {
  return on.db.breakGlass.findMany({
    where: { staffId: on.grant.actor.id, closedAt: null, endsAt: { gt: at } },
    select: { id: true, endsAt: true },
    orderBy: { openedAt: 'desc' },
  })
}

/** How often this supervisor opened cases in the last day; five is the most. */
export async function countOpenings(on: Scoped<'case.rescue'>, at: Date): Promise<number> {
  return on.db.breakGlass.count({
    where: { staffId: on.grant.actor.id, openedAt: { gt: new Date(at.getTime() - 86_400_000) } },
  })
}

/** Ends an opening before its time: who opened it, or the office of the case. False when it has ended already. */
export async function endGlass(on: Scoped<'case.rescue' | 'case.read'>, id: string): Promise<boolean> {
  const [row] = await on.db.$queryRaw<{ done: boolean }[]>`SELECT app.end_glass(${id}::uuid) AS done`
  return row?.done ?? false
}

/** What the office of the case says to an opening; false when this person may not, or it was said before. */
export async function answerGlass(
  on: Scoped<'case.read'>,
  id: string,
  what: 'seen' | 'justified' | 'not_justified' | 'told',
): Promise<boolean> {
  const [row] = await on.db.$queryRaw<{ done: boolean }[]>`
    SELECT app.answer_glass(${id}::uuid, ${what}, NULL::bytea, NULL::timestamptz) AS done`
  return row?.done ?? false
}

/** Keeps an opening from the worker until then, with the reason. */
export async function holdGlassBack(
  on: Scoped<'case.read'>,
  caseSeal: CaseSeal,
  held: { readonly id: string; readonly words: string; readonly until: Date },
): Promise<boolean> {
  const sealed = caseSeal.seal(HELD_BACK, held.id, held.words)
  const [row] = await on.db.$queryRaw<{ done: boolean }[]>`
    SELECT app.answer_glass(${held.id}::uuid, 'held_back', ${sealed}, ${held.until}) AS done`
  return row?.done ?? false
}

/** The openings of a case that the grant may see, the latest first; without a key, without the words. */
export async function listEmergencies(
  on: Scoped<'case.read' | 'own_case.read' | 'case.rescue'>,
  caseId: string,
  caseSeal: CaseSeal | null,
  at: Date,
): Promise<Emergency[]> {
  const rows = await on.db.breakGlass.findMany({
    where: { caseId },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    include: { byOffice: { select: { name: true } } },
  })
  const names = rows.length === 0 ? [] : await listOpeners(on, caseId)
  return rows.map((row) => ({
    id: row.id,
    reason: row.reasonCode as EmergencyReason,
    words: caseSeal && row.sealedReason && caseSeal.unseal(REASON, row.id, row.sealedReason),
    by: names.find(({ id }) => id === row.staffId)?.name ?? '',
    office: row.byOffice.name,
    openedAt: row.openedAt,
    endsAt: row.closedAt ?? row.endsAt,
    isOpen: row.closedAt === null && row.endsAt > at,
    isSeen: row.seenAt !== null,
    judgement: row.judgement,
    heldBackUntil: row.heldBackUntil !== null && row.heldBackUntil > at ? row.heldBackUntil : null,
  }))
}

/** Names of another office: for the office of the case, not for its worker. */
function listOpeners(
  on: Scoped<'case.read' | 'own_case.read' | 'case.rescue'>,
  caseId: string,
): Promise<{ id: string; name: string }[]> {
  return on.db.$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM app.glass_openers(${caseId}::uuid)`
}
