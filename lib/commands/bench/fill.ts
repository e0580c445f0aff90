import type { Pool } from 'pg'

/** How many cases an office would have after many years. */
export const MANY_CASES = 200_000

/** Columns of a copied case that must be its own. */
const OWN: Readonly<Record<string, string>> = {
  id: 'gen_random_uuid()',
  number: `'C' || lpad(to_hex(row_number() OVER ()), 12, '0')`,
  submission_id: 'gen_random_uuid()',
  code_hash: 'NULL',
  next_due_at: `c.next_due_at + make_interval(secs => random() * 864000)`,
  state_changed_at: `c.state_changed_at - make_interval(secs => random() * 864000)`,
}

/** Multiplies the cases that are there until there are `MANY_CASES`. As owner; the copies have no parts, which the two pages do not read. */
export async function fillUp(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'cases' ORDER BY ordinal_position`,
  )
  const columns = rows.map(({ column_name }) => column_name)
  const before = await countCases(owner)
  await owner.query(
    `INSERT INTO cases (${columns.join(', ')}) SELECT ${columns.map((name) => OWN[name] ?? `c.${name}`).join(', ')} FROM cases c CROSS JOIN generate_series(1, $1::int) LIMIT $2::int`,
    [Math.ceil(MANY_CASES / before), MANY_CASES - before],
  )
  await owner.query('VACUUM ANALYZE cases')
  return countCases(owner)
}

export async function countCases(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM cases')
  return rows[0]?.count ?? 0
}
