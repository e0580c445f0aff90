import 'server-only'
import type { PartyCase, PartyMoney, PartySum } from '@/lib/domain/parties/party-sums'
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

/** What workers paid a party, and what was claimed, agreed and, as workers say, repaid; of the cases the officer may see. */
export async function sumPartyMoney(on: On, partyId: string): Promise<PartyMoney> {
  const fees = await on.db.$queryRaw<PartySum[]>`
    SELECT l.currency, sum(l.amount_minor)::bigint AS minor, sum(l.jpy_minor)::bigint AS jpy, count(*)::int AS count
      FROM case_party p JOIN fee_line l ON l.case_party_id = p.id
     WHERE p.party_id = ${partyId}::uuid AND l.removed_at IS NULL AND l.split_at IS NULL AND l.currency IS NOT NULL AND l.amount_minor IS NOT NULL
     GROUP BY l.currency ORDER BY l.currency`
  const claimed = await on.db.$queryRaw<PartySum[]>`
    SELECT r.currency, sum(r.claimed_minor)::bigint AS minor, sum(r.claimed_jpy)::bigint AS jpy, count(*)::int AS count
      FROM case_party p JOIN remedy r ON r.case_party_id = p.id
     WHERE p.party_id = ${partyId}::uuid AND r.replaces_id IS NULL AND r.currency IS NOT NULL AND r.claimed_minor IS NOT NULL
     GROUP BY r.currency ORDER BY r.currency`
  const agreed = await on.db.$queryRaw<PartySum[]>`
    SELECT r.currency, sum(r.agreed_minor)::bigint AS minor, sum(r.agreed_jpy)::bigint AS jpy, count(*)::int AS count
      FROM case_party p JOIN remedy r ON r.case_party_id = p.id
     WHERE p.party_id = ${partyId}::uuid AND r.worker_accepted_at IS NOT NULL AND r.replaced_at IS NULL AND r.dropped_at IS NULL
       AND r.currency IS NOT NULL AND r.agreed_minor IS NOT NULL
     GROUP BY r.currency ORDER BY r.currency`
  const repaid = await on.db.$queryRaw<PartySum[]>`
    SELECT y.currency, sum(y.arrived_minor)::bigint AS minor, sum(y.arrived_jpy)::bigint AS jpy, count(*)::int AS count
      FROM case_party p JOIN remedy r ON r.case_party_id = p.id JOIN repayment y ON y.remedy_id = r.id
     WHERE p.party_id = ${partyId}::uuid AND y.arrived_minor > 0
     GROUP BY y.currency ORDER BY y.currency`
  return { fees, claimed, agreed, repaid }
}

/** How many independent reporters of all offices name a party: null below three, else a step. */
export async function countReporters(on: On, partyId: string): Promise<number | null> {
  const [row] = await on.db.$queryRaw<{ shown: number | null }[]>`SELECT app.party_reporters(${partyId}::uuid) AS shown`
  return row?.shown ?? null
}
