import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { originsOf } from '@/lib/domain/fees/reassessment'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import { checkFeeRules, type RuleProblem } from '@/lib/domain/fees/rules/rule-problems'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'

/** A version in its file form beside what it says. */
type Shipped = { readonly raw: unknown; readonly rule: FeeRule }
type Stored = Shipped & { readonly isShipped: boolean }

/**
 * Adds the rules of a file that are missing, as owner and in nobody's name. A version that was shipped before and says something
 * else now is refused: rules are never rewritten, a changed one gets a new version. An administrator's version of the same number
 * stays, and so does a rule of an administrator that the new text would contradict; both are told. Where cases are there, they
 * are looked at again by the next sweep.
 *
 * @throws with every reason in words when the file cannot be used
 */
export async function loadFeeRules(
  client: Client,
  file: unknown,
): Promise<{ readonly added: number; readonly notes: readonly string[] }> {
  const shipped = readFile(file)
  // Two processes that start at once take turns; the same lock holds an administrator's change back.
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('fee_rule'))`)
  const stored = await readStored(client)
  const notes: string[] = []
  const refused: string[] = []
  const missing = shipped.filter(({ raw, rule }) => {
    const there = stored.find((one) => versionKey(one.rule) === versionKey(rule))
    if (there === undefined) return true
    if (isDeepStrictEqual(there.raw, raw)) return false
    if (there.isShipped) {
      refused.push(
        `${versionKey(rule)}: says something else than before; rules are never rewritten: give it a new version`,
      )
    } else {
      notes.push(`fee rule ${versionKey(rule)}: an administrator made this version, which stays`)
    }
    return false
  })
  refuse(refused)
  const { fitting, contradicted } = fittingOf(missing, stored)
  for (const id of contradicted) notes.push(`fee rule ${id}: an administrator's text stays, the new one contradicts it`)
  await insert(client, fitting)
  return { added: fitting.length, notes }
}

function readFile(file: unknown): readonly Shipped[] {
  if (!Array.isArray(file)) throw new Error('prisma/seed/fee-rules.json is not a list of rules.')
  const read = file.map((raw: unknown) => ({ raw, read: readFeeRule(raw) }))
  const rules = read.flatMap(({ raw, read: one }) => (one.ok ? [{ raw, rule: one.value }] : []))
  const problems = read.flatMap(({ read: one }) => (one.ok ? [] : one.error))
  refuse([...problems, ...checkFeeRules(rules.map(({ rule }) => rule))].map(inWords))
  return rules
}

async function readStored(client: Client): Promise<readonly Stored[]> {
  const { rows } = await client.query<{ raw: unknown; is_shipped: boolean }>(
    'SELECT rule AS raw, created_by_id IS NULL AS is_shipped FROM fee_rule ORDER BY id, version',
  )
  return rows.map(({ raw, is_shipped }) => {
    const read = readFeeRule(raw)
    if (!read.ok) throw refusal(read.error.map(inWords))
    return { raw, rule: read.value, isShipped: is_shipped }
  })
}

/** What can be added to what is stored: of a rule that would then contradict itself nothing is. */
function fittingOf(missing: readonly Shipped[], stored: readonly Stored[]) {
  const all = [...stored, ...missing].map(({ rule }) => rule)
  const contradicted = new Set(checkFeeRules(all).map(({ rule }) => rule))
  return { fitting: missing.filter(({ rule }) => !contradicted.has(rule.id)), contradicted: [...contradicted] }
}

async function insert(client: Client, rules: readonly Shipped[]): Promise<void> {
  if (rules.length === 0) return
  await client.query(
    `INSERT INTO fee_rule (id, version, supersedes, rule)
     SELECT r->>'id', (r->>'version')::int, (r->>'supersedes')::int, r FROM jsonb_array_elements($1::jsonb) AS r`,
    [JSON.stringify(rules.map(({ raw }) => raw))],
  )
  await client.query(
    `INSERT INTO fee_reassessment (id, cause, rule_refs, origins, requested_at)
     SELECT $1, 'rule_changed', $2, $3, now() WHERE EXISTS (SELECT 1 FROM cases)`,
    [newId(), rules.map(({ rule }) => versionKey(rule)), originsOf(rules.map(({ rule }) => rule))],
  )
}

function inWords({ rule, version, field, code, value }: RuleProblem): string {
  const t = translatorFor('en')
  const name = version === null ? rule : `${rule}@${version}`
  return `${name}, ${field}: ${t(`settings.rule_problem_${code}`, { value })}`
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw refusal(reasons)
}

function refusal(reasons: readonly string[]): Error {
  return new Error(['The fee rules cannot be used:', ...reasons.map((reason) => `  ${reason}`)].join('\n'))
}
