import 'server-only'
import type { PartyCase, PartyResponses, PartySum } from '@/lib/domain/parties/party-sums'
import type { Scoped } from './within'

type On = Scoped<'party.read'>

const SHOWN = 30

/** The latest cases that name a party, and how many there are; row-level security leaves only those the officer may see. */
export async function listPartyCases(
  on: On,
  partyId: string,
): Promise<{ cases: readonly PartyCase[]; all: number; above: number }> {
  const cases = await on.db.$queryRaw<PartyCase[]>`
    SELECT c.number, c.state, c.received_at AS "receivedAt", c.fee_verdict AS "feeVerdict", min(p.role) AS role
      FROM case_party p JOIN cases c ON c.id = p.case_id WHERE p.party_id = ${partyId}::uuid
      GROUP BY c.id ORDER BY c.received_at DESC, c.id LIMIT ${SHOWN}`
  const [counted] = await on.db.$queryRaw<{ all: number; above: number }[]>`
    SELECT count(DISTINCT c.id)::int AS all,
      count(DISTINCT c.id) FILTER (WHERE c.over_line_count > 0 OR c.above_zero_fee_jpy > 0)::int AS above
      FROM case_party p JOIN cases c ON c.id = p.case_id WHERE p.party_id = ${partyId}::uuid`
  return { cases, all: counted?.all ?? 0, above: counted?.above ?? 0 }
}

/** What workers paid a party, by currency; of the cases the officer may see. */
export function listPartyFees(on: On, partyId: string): Promise<PartySum[]> {
  return on.db.$queryRaw<PartySum[]>`
    SELECT l.currency, sum(l.amount_minor)::bigint AS minor, sum(l.jpy_minor)::bigint AS jpy, count(*)::int AS count
      FROM case_party p JOIN fee_line l ON l.case_party_id = p.id
     WHERE p.party_id = ${partyId}::uuid AND l.removed_at IS NULL AND l.split_at IS NULL AND l.currency IS NOT NULL AND l.amount_minor IS NOT NULL
     GROUP BY l.currency ORDER BY l.currency`
}

/** How a party answered the questions put to it in the cases of this office (app.party_responses). */
export async function countPartyResponses(on: On, partyId: string): Promise<PartyResponses> {
  const [row] = await on.db.$queryRaw<PartyResponses[]>`
    SELECT asked::int, in_time::int AS "inTime", late::int, unanswered::int, waiting::int FROM app.party_responses(${partyId}::uuid)`
  return row ?? { asked: 0, inTime: 0, late: 0, unanswered: 0, waiting: 0 }
}

/** How many independent reporters of all offices name a party: null below three, else a step. */
export async function countReporters(on: On, partyId: string): Promise<number | null> {
  const [row] = await on.db.$queryRaw<{ shown: number | null }[]>`SELECT app.party_reporters(${partyId}::uuid) AS shown`
  return row?.shown ?? null
}
