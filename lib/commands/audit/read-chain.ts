import type { Client } from 'pg'
import type { AuditEvent, Cut, Head } from './event'

const BATCH = 10_000

/** The offices that have a chain, by their codes. */
export async function listChains(
  client: Client,
): Promise<readonly { readonly office: string; readonly code: string }[]> {
  const { rows } = await client.query<{ office: string; code: string }>(
    `SELECT office_id::text AS office, coalesce(o.code, '') AS code
       FROM (SELECT office_id FROM audit_event UNION SELECT office_id FROM audit_head) chains LEFT JOIN office o ON o.id = office_id ORDER BY 2, 1`,
  )
  return rows
}

/**
 * The chain of an office as the database has it, with the end that it names, and the last cut of its beginning. As owner, within one
 * snapshot; what a cut has let go and is still there is left out.
 */
export async function readChain(
  client: Client,
  office: string,
): Promise<{ head: Head; cut: Cut | null; events: AuditEvent[] }> {
  const events: AuditEvent[] = []
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const { rows: heads } = await client.query<{ seq: string; hash: string }>(
      `SELECT seq, encode(hash, 'hex') AS hash FROM audit_head WHERE office_id = $1`,
      [office],
    )
    const { rows: cuts } = await client.query<{ seq: string; hash: string }>(
      `SELECT seq, encode(hash, 'hex') AS hash FROM audit_cut WHERE office_id = $1 ORDER BY seq DESC LIMIT 1`,
      [office],
    )
    const [last] = cuts
    const cut = last === undefined ? null : { seq: Number(last.seq), hash: last.hash }
    for (let after = last?.seq ?? '-9223372036854775808'; ;) {
      const { rows } = await client.query<Omit<AuditEvent, 'seq'> & { seq: string }>(
        `SELECT seq, id, (extract(epoch FROM at) * 1000000)::bigint::text AS at, actor_kind AS "actorKind", actor_id AS "actorId", action,
            case_id AS "caseId", detail::text AS detail, encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash
           FROM audit_event WHERE office_id = $1 AND seq > $2 ORDER BY seq LIMIT ${BATCH}`,
        [office, after],
      )
      const end = rows.at(-1)
      if (end === undefined) break
      events.push(...rows.map((row) => ({ ...row, seq: Number(row.seq) })))
      after = end.seq
    }
    return { head: { seq: Number(heads[0]?.seq ?? 0), hash: heads[0]?.hash ?? '' }, cut, events }
  } finally {
    await client.query('ROLLBACK')
  }
}
