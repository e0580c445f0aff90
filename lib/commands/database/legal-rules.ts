import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { readLegalRule } from '@/lib/schemas/forums/legal-rule'

/**
 * Adds the rules on forums and time limits that are missing, as owner and in nobody's name. What is there stays: an administrator may have
 * made a later version.
 *
 * @throws when a rule of the file cannot be read, or a shipped version says something else than before
 */
export async function loadLegalRules(client: Client, file: unknown): Promise<{ readonly added: number }> {
  if (!Array.isArray(file)) throw new Error('not a list: prisma/seed/legal-rules.json')
  const rules = file.map((raw: unknown) => {
    const rule = readLegalRule(raw)
    if (rule === null) throw new Error(`prisma/seed/legal-rules.json: a rule cannot be read: ${nameOf(raw)}`)
    return { raw, rule }
  })
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('legal_rule'))`)
  const { rows } = await client.query<{ id: string; version: number; rule: unknown; is_shipped: boolean }>(
    'SELECT id, version, rule, created_by_id IS NULL AS is_shipped FROM legal_rule',
  )
  const missing = rules.filter(({ raw, rule }) => {
    const there = rows.find(({ id, version }) => id === rule.id && version === rule.version)
    if (there?.is_shipped && !isDeepStrictEqual(there.rule, raw)) {
      throw new Error(
        `${rule.id}@${String(rule.version)} says something else than before; rules are never rewritten: give it a new version.`,
      )
    }
    return there === undefined
  })
  if (missing.length > 0) {
    await client.query(
      `INSERT INTO legal_rule (id, version, kind, rule)
       SELECT r->>'id', (r->>'version')::int, r->>'kind', r FROM jsonb_array_elements($1::jsonb) AS r`,
      [JSON.stringify(missing.map(({ raw }) => raw))],
    )
  }
  return { added: missing.length }
}

function nameOf(raw: unknown): string {
  return typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : '?'
}
