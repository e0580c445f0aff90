import { randomBytes, randomUUID } from 'node:crypto'
import { escapeIdentifier, type Pool } from 'pg'

/** In this order, so that what is pointed at is there. */
const TABLES = [
  'cases',
  'case_key',
  'statement',
  'case_person',
  'case_party',
  'fee_line',
  'loan',
  'placement',
  'wage_fact',
  'fee_assessment',
  'consent',
  'deadline',
  'indicator_finding',
  'state_move',
  'audit_event',
] as const
const FILLED_BY_THE_DATABASE = ['seq', 'prev_hash', 'hash', 'at']

type Row = Readonly<Record<string, unknown>>
type Template = readonly { readonly table: string; readonly rows: readonly Row[] }[]

/** The rows of a stored case, to be written again as other cases. */
export async function readTemplate(owner: Pool, submissionId: string): Promise<Template> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM cases WHERE submission_id = $1', [submissionId])
  const caseId = rows[0]?.id
  if (caseId === undefined) throw new Error('the report to copy is not there')
  const template: { table: string; rows: Row[] }[] = []
  for (const table of TABLES) {
    const key = table === 'cases' ? 'id' : 'case_id'
    template.push({
      table,
      rows: (await owner.query<Row>(`SELECT * FROM ${escapeIdentifier(table)} WHERE ${key} = $1`, [caseId])).rows,
    })
  }
  return template
}

/** Writes the rows as a new case with plain `pg`: one transaction, one INSERT for each row, no sealing, no check of who writes. */
export async function writePlain(owner: Pool, template: Template): Promise<void> {
  const ids = new Map<unknown, string>()
  const renewed = (name: string, value: unknown) => {
    if (name === 'number') return randomBytes(8).toString('hex')
    if (name === 'code_hash') return randomBytes(32)
    if (name === 'id' || name === 'case_id' || name === 'case_party_id' || name === 'submission_id') {
      if (value === null) return null
      const id = ids.get(value) ?? randomUUID()
      ids.set(value, id)
      return id
    }
    return value
  }
  const client = await owner.connect()
  try {
    await client.query('BEGIN')
    for (const { table, rows } of template) {
      for (const row of rows) {
        const columns = Object.keys(row).filter((name) => !FILLED_BY_THE_DATABASE.includes(name))
        await client.query({
          name: `plain ${table}`,
          text: `INSERT INTO ${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
          values: columns.map((name) => renewed(name, row[name])),
        })
      }
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
